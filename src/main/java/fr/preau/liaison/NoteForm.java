package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import fr.preau.web.Typed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the author typed: as the browser sent it, right or wrong, so that it can be shown again. */
public record NoteForm(
        String title,
        String text,
        String category,
        List<String> to,
        String rule,
        String replies,
        String deadline) {
    public NoteForm {
        title = Typed.clean(title).strip();
        text = Typed.clean(text);
        category = Typed.clean(category);
        to = to == null ? List.of() : List.copyOf(to);
        rule = Typed.clean(rule);
        replies = Typed.clean(replies);
        deadline = Typed.clean(deadline).strip();
    }

    static final NoteForm EMPTY =
            new NoteForm("", "", Category.OTHER.name(), List.of(), Rule.ONE.name(), "open", "");

    static NoteForm of(Map<String, List<String>> typed) {
        return new NoteForm(
                first(typed, "title"),
                first(typed, "text"),
                first(typed, "category"),
                typed.get("to"),
                first(typed, "rule"),
                first(typed, "replies"),
                first(typed, "deadline"));
    }

    static NoteForm of(Note note) {
        return new NoteForm(
                note.title(),
                note.body(),
                note.category().name(),
                List.of(),
                note.rule().name(),
                "",
                note.deadline() == null ? "" : note.deadline().toString());
    }

    private static @Nullable String first(Map<String, List<String>> typed, String field) {
        var values = typed.get(field);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /** As people count: an emoji is one character. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    boolean repliesOpen() {
        return !replies.isEmpty();
    }

    /** Null without a deadline; only to be asked once {@link #check} has found nothing. */
    @Nullable LocalDate deadlineDay() {
        return deadline.isEmpty() ? null : LocalDate.parse(deadline);
    }

    /** What is wrong with the words and the choices; the recipients are the policy's. */
    Problems check(LocalDate today) {
        var problems = new Problems();
        checkWords(problems);
        if (!isOneOf(Category.values(), category))
            problems.add("category", t("liaison.problem.category"));
        if (!isOneOf(Rule.values(), rule)) problems.add("rule", t("liaison.problem.rule"));
        checkDeadline(problems, today);
        return problems;
    }

    void checkWords(Problems problems) {
        if (title.isBlank()) problems.add("title", t("liaison.problem.title"));
        if (length(title) > LiaisonPolicy.MAX_TITLE)
            problems.add(
                    "title",
                    t("liaison.problem.title.long", LiaisonPolicy.MAX_TITLE, length(title)));
        if (text.isBlank()) problems.add("text", t("liaison.problem.text"));
        if (length(text) > LiaisonPolicy.MAX_TEXT)
            problems.add("text", t("liaison.problem.text.long", length(text)));
    }

    void checkDeadline(Problems problems, LocalDate today) {
        if (deadline.isEmpty()) return;
        try {
            var verdict = LiaisonPolicy.mayAsk(LocalDate.parse(deadline), today);
            if (verdict != LiaisonPolicy.Deadline.ALLOWED)
                problems.add("deadline", t("liaison.problem.deadline." + verdict));
        } catch (DateTimeParseException e) {
            problems.add("deadline", t("liaison.problem.deadline.UNREADABLE"));
        }
    }

    private static boolean isOneOf(Enum<?>[] values, String name) {
        for (var value : values) if (value.name().equals(name)) return true;
        return false;
    }
}
