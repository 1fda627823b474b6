package fr.preau.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form: field → sentence in French, in the order of the form. */
public final class Problems {
    private final Map<String, String> byField = new LinkedHashMap<>();

    public Problems add(String field, String sentence) {
        byField.putIfAbsent(field, sentence);
        return this;
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    public @Nullable String of(String field) {
        return byField.get(field);
    }

    public Map<String, String> all() {
        return byField;
    }
}
