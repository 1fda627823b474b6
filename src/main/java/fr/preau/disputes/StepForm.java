package fr.preau.disputes;

import static fr.preau.web.Wording.t;

import fr.preau.disputes.DisputePolicy.Verdict;
import fr.preau.disputes.Disputes.Entry;
import fr.preau.web.Dates;
import fr.preau.web.Problems;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a party says that happened, as typed.
 *
 * @param offer the text that is accepted: another one may have come meanwhile
 */
public record StepForm(
        @Nullable String kind,
        @Nullable String day,
        @Nullable String meets,
        @Nullable String number,
        @Nullable String words,
        @Nullable Long offer) {
    private static final String NUMBER = "[0-9A-Z]{8,20}";

    public StepForm {
        kind = Typed.line(kind);
        day = Typed.line(day);
        meets = Typed.line(meets);
        number = Typed.line(number);
        words = Typed.lines(words);
    }

    /** The kind that is meant; empty for a word that is none. */
    Optional<StepKind> chosen() {
        return StepKind.named(kind);
    }

    /** Of a party of the procedure. */
    Problems check(Folder folder, Party party) {
        var what = chosen().orElseThrow();
        var problems = new Problems();
        checkDay(folder, party, what, problems);
        if (what.isLetter() && !registered().matches(NUMBER))
            problems.add("number", t("disputes.problem.number"));
        checkMeeting(what, problems);
        if (what == StepKind.AGREED && !isOf(folder.course()))
            problems.add("offer", t("disputes.problem.offer"));
        if (what.takesWords()) checkWords(text(), what.needsWords(), problems);
        return problems;
    }

    private void checkDay(Folder folder, Party party, StepKind what, Problems problems) {
        var on = Typed.day(Objects.requireNonNullElse(day, ""));
        var verdict =
                on == null
                        ? DisputePolicy.may(what, party, folder.course(), folder.today())
                        : DisputePolicy.may(what, on, party, folder.course(), folder.today());
        if (verdict == Verdict.BEFORE_LAST)
            problems.add("day", t("disputes.problem.BEFORE_LAST", earliest(what, folder)));
        else if (verdict != Verdict.ALLOWED) problems.add("day", t("disputes.problem." + verdict));
        if (on == null) problems.add("day", t("disputes.problem.day"));
    }

    private static String earliest(StepKind what, Folder folder) {
        return Dates.onPaper(DisputePolicy.earliest(what, folder.course()));
    }

    /** A meeting is on the day it is proposed or later. */
    private void checkMeeting(StepKind what, Problems problems) {
        if (what != StepKind.PROPOSED) return;
        var on = Typed.day(Objects.requireNonNullElse(meets, ""));
        var proposed = Typed.day(Objects.requireNonNullElse(day, ""));
        if (on == null || proposed != null && on.isBefore(proposed))
            problems.add("meets", t("disputes.problem.meets"));
    }

    private boolean isOf(Course course) {
        return course.last(StepKind.OFFER)
                .filter(one -> Long.valueOf(one.id()).equals(offer))
                .isPresent();
    }

    static void checkWords(String words, boolean needed, Problems problems) {
        if (needed && words.isBlank()) problems.add("words", t("disputes.problem.words"));
        if (words.length() > Typed.MOST_WORDS)
            problems.add("words", t("disputes.problem.long", words.length(), Typed.MOST_WORDS));
    }

    /** Only to be asked once {@link #check} has found nothing. */
    Entry entry(Party party) {
        var what = chosen().orElseThrow();
        return new Entry(
                what,
                party,
                Objects.requireNonNull(Typed.day(Objects.requireNonNullElse(day, ""))),
                what == StepKind.PROPOSED ? Typed.day(Objects.requireNonNullElse(meets, "")) : null,
                what.isLetter() ? registered() : "",
                what.takesWords() ? text() : "",
                what == StepKind.AGREED ? offer : null);
    }

    private String text() {
        return Objects.requireNonNullElse(words, "");
    }

    /** As it stands on the slip, without its spaces. */
    private String registered() {
        return Objects.requireNonNullElse(number, "")
                .replaceAll("[\\s\\u00a0.-]", "")
                .toUpperCase(Locale.ROOT);
    }
}
