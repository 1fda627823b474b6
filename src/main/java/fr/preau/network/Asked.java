package fr.preau.network;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the address of the list asks for: some words, and the school after which it goes on. */
public record Asked(@Nullable String q, @Nullable String after) {
    private static final int LONGEST = 80;

    public Asked {
        q = q == null ? "" : q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
    }

    String[] words() {
        return q.isEmpty() ? new String[0] : q.replace("\u0000", "").split("[\\s,;-]+");
    }

    /** An address that makes no sense shows the first page. */
    long afterSchool() {
        return after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
    }

    boolean isPlain() {
        return q.isEmpty() && afterSchool() == 0;
    }

    String from(@Nullable Long school) {
        var asked = q.isEmpty() ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        var place = school == null ? "" : "&after=" + school;
        return "/network" + (asked + place).replaceFirst("^&", "?");
    }
}
