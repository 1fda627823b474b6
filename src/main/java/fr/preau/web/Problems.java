package fr.preau.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form: field → sentence in French, in the order of the form. */
public final class Problems {
    private final Map<String, String> byField = new LinkedHashMap<>();

    public Problems add(String field, String sentence) {
        byField.putIfAbsent(field, sentence);
        return this;
    }

    /** The same, in the order of the page; what it does not name comes last. */
    public Problems inOrder(List<String> fields) {
        var ordered = new Problems();
        for (var field : fields)
            if (byField.containsKey(field)) ordered.add(field, byField.get(field));
        byField.forEach(ordered::add);
        return ordered;
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
