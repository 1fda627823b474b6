package fr.preau.messages;

import fr.preau.web.Cursor;
import fr.preau.web.Wording;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
