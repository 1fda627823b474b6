package fr.preau.feed;

import java.util.HashMap;
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

    /** Whether the attribute stands in the record, be it to empty it. */
    boolean says(String attribute) {
        return values.containsKey(attribute);
    }

    /**
     * This record, then another of the same person in the same delivery: what comes last wins,
     * attribute by attribute.
     */
    FeedRecord then(FeedRecord next) {
        if (next.request() != Request.MODIFY) return next;
        var both = new HashMap<>(request == Request.DELETE ? Map.of() : values);
        both.putAll(next.values());
        var asked = request == Request.ADD ? Request.ADD : Request.MODIFY;
        return new FeedRecord(category, asked, id, both);
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
