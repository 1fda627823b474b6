package fr.preau.feed;

import java.util.List;
import java.util.Map;

/**
 * One record of a delivery as it was written: its category, what is asked, its identifier and its
 * filled values.
 */
record FeedRecord(String category, Request request, String id, Map<String, List<String>> values) {
    enum Request {
        ADD,
        MODIFY,
        DELETE
    }

    /** The first value, empty when there is none. */
    String first(String attribute) {
        var all = all(attribute);
        return all.isEmpty() ? "" : all.getFirst();
    }

    List<String> all(String attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    /**
     * The sub-fields of a value; trailing ones may be missing, so they are asked by number through
     * {@link #part}.
     */
    static String[] parts(String value) {
        return value.split("\\$", -1);
    }

    static String part(String[] parts, int number) {
        return number < parts.length ? parts[number].strip() : "";
    }
}
