package fr.preau.familynotes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import fr.preau.web.Typed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a guardian typed, right or wrong; who comes, when, only for a change of pick-up. */
public record FamilyNoteForm(String kind, String text, String who, String on, String at) {
    public FamilyNoteForm {
        kind = Typed.clean(kind);
        text = Typed.clean(text).strip();
        who = Typed.clean(who).strip();
        on = Typed.clean(on).strip();
        at = Typed.clean(at).strip();
    }

    static FamilyNoteForm empty(LocalDate today) {
        return new FamilyNoteForm("", "", "", today.toString(), "");
    }

    static FamilyNoteForm of(Map<String, List<String>> typed) {
        return new FamilyNoteForm(
                first(typed, "kind"),
                first(typed, "text"),
                first(typed, "who"),
                first(typed, "on"),
                first(typed, "at"));
    }

    private static String first(Map<String, List<String>> typed, String field) {
        return typed.getOrDefault(field, List.of("")).getFirst();
    }

    /** As people count: an emoji is one character. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** These and the next only once {@link #check} has found nothing. */
    Kind chosen() {
        return Kind.of(kind).orElseThrow();
    }

    @Nullable String leavesWith() {
        return chosen() == Kind.PICK_UP ? who : null;
    }

    @Nullable LocalDate leavesOn() {
        return chosen() == Kind.PICK_UP ? LocalDate.parse(on) : null;
    }

    @Nullable LocalTime leavesAt() {
        return chosen() == Kind.PICK_UP && !at.isEmpty() ? LocalTime.parse(at) : null;
    }

    Problems check(LocalDate today) {
        var problems = new Problems();
        var what = Kind.of(kind);
        if (what.isEmpty()) problems.add("kind", t("familynotes.problem.kind"));
        if (what.filter(Kind.PICK_UP::equals).isPresent()) checkPickUp(problems, today);
        else if (text.isBlank()) problems.add("text", t("familynotes.problem.text"));
        if (length(text) > FamilyNotePolicy.MAX_TEXT)
            problems.add(
                    "text", t("familynotes.problem.long", FamilyNotePolicy.MAX_TEXT, length(text)));
        return problems;
    }

    private void checkPickUp(Problems problems, LocalDate today) {
        if (who.isBlank()) problems.add("who", t("familynotes.problem.who"));
        if (length(who) > FamilyNotePolicy.MAX_WHO)
            problems.add(
                    "who", t("familynotes.problem.long", FamilyNotePolicy.MAX_WHO, length(who)));
        checkDay(problems, today);
        if (!at.isEmpty() && !isTime(at)) problems.add("at", t("familynotes.problem.at"));
    }

    private void checkDay(Problems problems, LocalDate today) {
        try {
            var verdict = FamilyNotePolicy.mayLeave(LocalDate.parse(on), today);
            if (verdict != FamilyNotePolicy.Day.ALLOWED)
                problems.add("on", t("familynotes.problem.on." + verdict));
        } catch (DateTimeParseException e) {
            problems.add("on", t("familynotes.problem.on.UNREADABLE"));
        }
    }

    private static boolean isTime(String typed) {
        try {
            LocalTime.parse(typed);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
