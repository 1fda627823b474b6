package fr.preau.messages;

import fr.preau.web.Wording;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the list's address asks for: {@code box=sent} (or {@code drafts}, {@code trash}, the number
 * of a folder), {@code q=…}, {@code before=…} for what is older.
 */
public record BoxFilter(@Nullable String box, @Nullable String q, @Nullable String before) {
    static final Set<String> OWN = Set.of("sent", "drafts", "trash");
    private static final int LONGEST = 200;

    public BoxFilter {
        q = Objects.requireNonNullElse(q, "").replace("\0", " ").strip();
        q = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
    }

    /** The place of a message in a list; the newest comes first. */
    record Cursor(Instant at, long message) {
        static final Cursor NOW = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

        @Override
        public String toString() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + message;
        }

        /** An address that makes no sense shows the first page. */
        static Cursor parse(@Nullable String text) {
            if (text == null || !text.matches("\\d{1,17}-\\d{1,18}")) return NOW;
            try {
                var parts = text.split("-");
                return new Cursor(
                        Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                        Long.parseLong(parts[1]));
            } catch (DateTimeException | ArithmeticException e) {
                return NOW;
            }
        }
    }

    Cursor cursor() {
        return Cursor.parse(before);
    }

    /** {@code inbox}, {@code sent}, {@code drafts}, {@code trash} or {@code folder}. */
    public String place() {
        if (box != null && OWN.contains(box)) return box;
        return folder() == null ? "inbox" : "folder";
    }

    public @Nullable Long folder() {
        return box != null && box.matches("\\d{1,18}") ? Long.valueOf(box) : null;
    }

    public boolean isSearch() {
        return q != null && !q.isEmpty();
    }

    public boolean isFirstPage() {
        return before == null;
    }

    /** The address of this list, from its start. */
    public String path() {
        if (isSearch()) return "/messages?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        return place().equals("inbox") ? "/messages" : "/messages?box=" + box;
    }

    String older(Cursor after) {
        var path = path();
        return path + (path.contains("?") ? "&" : "?") + "before=" + after;
    }

    String label() {
        return Wording.t("messages.box." + place());
    }
}
