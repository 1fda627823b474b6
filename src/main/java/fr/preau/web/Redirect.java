package fr.preau.web;

import org.jspecify.annotations.Nullable;

/** Go elsewhere (303); {@code flash} is the wording key of a sentence to show there once. */
public record Redirect(String path, @Nullable String flash) implements View {
    public static Redirect to(String path) {
        return new Redirect(path, null);
    }

    public Redirect saying(String key) {
        return new Redirect(path, key);
    }
}
