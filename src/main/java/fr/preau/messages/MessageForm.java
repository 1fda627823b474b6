package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import fr.preau.web.Problems;
import fr.preau.web.Typed;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the author typed: as the browser sent it, right or wrong, so that it can be shown again. */
public record MessageForm(
        List<String> to,
        String subject,
        String text,
        String replies,
        String at,
        String draft,
        String q,
        List<String> file,
        @Nullable Boolean discreet,
        @Nullable Boolean look) {
    static final int MAX_SUBJECT = 150;
    static final int MAX_TEXT = 20_000;
    private static final int MAX_CHOICES = 300;

    public MessageForm {
        to = to == null ? List.of() : to.stream().distinct().limit(MAX_CHOICES + 1).toList();
        subject = Typed.clean(subject).replace('\n', ' ').strip();
        text = Typed.clean(text);
        replies = Typed.clean(replies);
        at = Typed.clean(at).strip();
        draft = Typed.clean(draft);
        q = Typed.clean(q).strip();
        file = file == null ? List.of() : file.stream().limit(Attachments.MOST).toList();
    }

    static MessageForm empty(String draft, String text, List<String> to) {
        return new MessageForm(to, "", text, "", "", draft, "", List.of(), null, null);
    }

    static MessageForm of(String draft, Map<String, List<String>> typed) {
        return new MessageForm(
                typed.getOrDefault("to", List.of()),
                first(typed, "subject"),
                first(typed, "text"),
                first(typed, "replies"),
                first(typed, "at"),
                draft,
                "",
                typed.getOrDefault("file", List.of()),
                "true".equals(first(typed, "discreet")),
                null);
    }

    /** As a browser would send it, to be kept. */
    Map<String, String[]> fields() {
        return Map.of(
                "to", to.toArray(String[]::new),
                "subject", new String[] {subject},
                "text", new String[] {text},
                "replies", new String[] {replies},
                "file", file.toArray(String[]::new),
                "discreet", new String[] {Boolean.toString(isDiscreet())});
    }

    private static String first(Map<String, List<String>> typed, String field) {
        return typed.getOrDefault(field, List.of("")).getFirst();
    }

    List<Token> tokens() {
        return to.stream().flatMap(value -> Token.parse(value).stream()).toList();
    }

    /** Something that no screen of ours sends. */
    boolean isForged() {
        return tokens().size() < to.size();
    }

    Replies repliesOr(Replies usual) {
        for (var one : Replies.values()) if (one.name().equals(replies)) return one;
        return usual;
    }

    /** Nobody is told who else receives it: everybody's copy is a hidden one. */
    public boolean isDiscreet() {
        return Boolean.TRUE.equals(discreet);
    }

    /** The moment asked for; empty for at once. Only once {@link #check} has found nothing. */
    Optional<Instant> plannedAt() {
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDateTime.parse(at).atZone(Dates.SCHOOL_TIME).toInstant());
    }

    /** What is wrong with the words; the recipients are the policy's. */
    Problems check(Instant now) {
        var problems = new Problems();
        if (subject.isBlank()) problems.add("subject", t("messages.problem.subject"));
        if (length(subject) > MAX_SUBJECT)
            problems.add("subject", t("messages.problem.subject.long", MAX_SUBJECT));
        checkText(problems, text);
        if (to.size() > MAX_CHOICES) problems.add("to", t("messages.problem.to.many", MAX_CHOICES));
        checkMoment(problems, now);
        return problems;
    }

    static void checkText(Problems problems, String text) {
        if (text.isBlank()) problems.add("text", t("messages.problem.text"));
        if (length(text) > MAX_TEXT)
            problems.add("text", t("messages.problem.text.long", length(text)));
    }

    private void checkMoment(Problems problems, Instant now) {
        try {
            var moment = plannedAt();
            if (moment.isEmpty()) return;
            var verdict = MessagePolicy.mayPlan(moment.get(), now);
            if (verdict != MessagePolicy.Planning.ALLOWED)
                problems.add("at", t("messages.problem.at." + verdict));
        } catch (DateTimeParseException e) {
            problems.add("at", t("messages.problem.at.UNREADABLE"));
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
