package fr.preau.continuity;

import fr.preau.agreements.AgreementPolicy;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows the end of a convention (articles 10 and 11): nothing begins that was not announced,
 * and time enough after that. Facts in, verdict out.
 */
final class ContinuityPolicy {
    private ContinuityPolicy() {}

    /** A warning to give: which, and the day that it announces. */
    record Step(String name, LocalDate aboutOn) {}

    static Standing standing(Cover cover, Rules rules, LocalDate today) {
        var readingOn = readingOn(cover, rules, today);
        var closesOn = closesOn(cover, rules, readingOn);
        var phase = phase(cover, rules, readingOn, closesOn, today);
        var closes = phase == Phase.CLOSED ? closesOn : later(closesOn, announced(cover, rules));
        return new Standing(
                cover.school(),
                cover.name(),
                phase,
                cover.endsOn(),
                readingOn,
                closes,
                closes.plusDays(rules.closed()),
                cover.next());
    }

    private static Phase phase(
            Cover cover, Rules rules, LocalDate readingOn, LocalDate closesOn, LocalDate today) {
        if (!today.isAfter(cover.endsOn()))
            return isAnnounced(cover, rules, today) ? Phase.WARNED : Phase.OPEN;
        if (cover.warnedOn() == null || today.isBefore(readingOn)) return Phase.WARNED;
        var told = announced(cover, rules);
        var closed =
                closesOn.equals(cover.closingOn())
                        && told != null
                        && !today.isBefore(later(closesOn, told));
        return closed ? Phase.CLOSED : Phase.READING;
    }

    private static boolean isAnnounced(Cover cover, Rules rules, LocalDate today) {
        return cover.cut()
                || cover.warnedOn() != null
                || rules.before(cover.endsOn()).stream().anyMatch(w -> !w.on().isAfter(today));
    }

    /** The day after the end, and time enough after the first warning; also when none was given. */
    private static LocalDate readingOn(Cover cover, Rules rules, LocalDate today) {
        var first = rules.before(cover.endsOn()).stream().findFirst().map(Rules.Warning::on);
        var warned = cover.warnedOn() == null ? later(today, first.orElse(null)) : cover.warnedOn();
        return later(cover.endsOn().plusDays(1), warned.plusDays(rules.notice()));
    }

    private static LocalDate closesOn(Cover cover, Rules rules, LocalDate readingOn) {
        var grace = cover.graceUntil();
        return later(readingOn.plusDays(rules.reading()), grace == null ? null : grace.plusDays(1));
    }

    /** The first day on which a closure that was announced may come; null when none was. */
    private static @Nullable LocalDate announced(Cover cover, Rules rules) {
        return cover.closingGivenOn() == null
                ? null
                : cover.closingGivenOn().plusDays(rules.notice());
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    /** What the school is to be told by now, the latest last; what it was told is among it. */
    static List<Step> due(Cover cover, Rules rules, LocalDate today) {
        var steps = new ArrayList<Step>();
        if (!today.isAfter(cover.endsOn()))
            rules.before(cover.endsOn()).stream()
                    .filter(warning -> !warning.on().isAfter(today))
                    .forEach(warning -> steps.add(new Step(warning.step(), cover.endsOn())));
        if (cover.cut() || steps.isEmpty() && isLate(cover, rules, today))
            steps.add(new Step("SHORT", cover.endsOn()));
        var standing = standing(cover, rules, today);
        if (standing.writes()) return steps;
        var readingOn = readingOn(cover, rules, today);
        var closesOn = closesOn(cover, rules, readingOn);
        steps.add(new Step("READING", readingOn));
        if (!today.isBefore(closesOn.minusDays(rules.closing())))
            steps.add(new Step("CLOSING", closesOn));
        if (standing.phase() == Phase.CLOSED) steps.add(new Step("CLOSED", closesOn));
        return steps;
    }

    /** Nothing was said, and the end is near or past. */
    private static boolean isLate(Cover cover, Rules rules, LocalDate today) {
        return cover.warnedOn() == null
                && !today.isBefore(cover.endsOn().plusDays(1).minusDays(rules.notice()));
    }

    /** Sees where the schools of its conventions stand: as it sees the conventions. */
    static boolean sees(Actor actor) {
        return AgreementPolicy.sees(actor);
    }

    /** Gives a school more time, and takes it back. */
    static boolean prolongs(Actor actor) {
        return AgreementPolicy.leads(actor);
    }

    /** Those for whom a school's phase is a rule; the others keep what they have. */
    static boolean concerns(Profile profile) {
        return switch (profile) {
            case PUPIL, GUARDIAN, TEACHER -> true;
            case TOWN, SUPERVISION, SUPPORT -> false;
        };
    }

    enum Verdict {
        ALLOWED,
        MISSING,
        PAST,
        FAR
    }

    static Verdict mayLast(@Nullable LocalDate until, LocalDate today) {
        if (until == null) return Verdict.MISSING;
        if (until.isBefore(today)) return Verdict.PAST;
        return until.isAfter(today.plusYears(1)) ? Verdict.FAR : Verdict.ALLOWED;
    }
}
