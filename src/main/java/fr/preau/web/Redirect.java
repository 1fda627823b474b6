package fr.preau.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Go elsewhere (303); {@code flash} is the wording key of a sentence to show there once, followed
 * by the moment that it speaks of if any: {@code messages.sent.later@1725948000}.
 */
public record Redirect(String path, @Nullable String flash) implements View {
    public static Redirect to(String path) {
        return new Redirect(path, null);
    }

    public Redirect saying(String key) {
        return new Redirect(path, key);
    }

    public Redirect saying(String key, @Nullable Instant moment) {
        return saying(moment == null ? key : key + "@" + moment.getEpochSecond());
    }
}
