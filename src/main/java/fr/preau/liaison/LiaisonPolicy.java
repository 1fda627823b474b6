package fr.preau.liaison;

import fr.preau.directory.Picker;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may send, sign, answer, remind and correct. Pure: it is handed the facts and returns a
 * verdict.
 */
public final class LiaisonPolicy {
    static final int MAX_TITLE = 120;
    static final int MAX_TEXT = 20_000;
    static final int MAX_REPLY = 2_000;

    /** Families are not pressed twice in the same hour. */
    static final Duration BETWEEN_REMINDERS = Duration.ofHours(1);

    private LiaisonPolicy() {}

    enum Sending {
        ALLOWED,
        NOBODY,
        OUT_OF_REACH,
        SEVERAL_SCHOOLS,
        NO_CHILD
    }

    /**
     * Everything chosen must be within the author's reach, in one school, and hold at least one
     * child.
     */
    static Sending maySend(Collection<String> chosen, Picker picker) {
        if (chosen.isEmpty()) return Sending.NOBODY;
        var circles = picker.chosenCircles();
        var families = picker.chosenFamilies();
        var reached = new HashSet<String>();
        circles.forEach(circle -> reached.add(circle.value()));
        families.forEach(family -> reached.add(family.value()));
        if (!reached.containsAll(chosen)) return Sending.OUT_OF_REACH;
        var schools =
                Stream.concat(
                                circles.stream().map(Picker.Circle::school),
                                families.stream().map(Picker.Family::school))
                        .collect(Collectors.toSet());
        if (schools.size() > 1) return Sending.SEVERAL_SCHOOLS;
        return picker.total() == 0 ? Sending.NO_CHILD : Sending.ALLOWED;
    }

    enum Deadline {
        ALLOWED,
        PAST,
        TOO_FAR
    }

    /** Not in the past, and within a year. */
    static Deadline mayAsk(LocalDate deadline, LocalDate today) {
        if (deadline.isBefore(today)) return Deadline.PAST;
        return deadline.isAfter(today.plusYears(1)) ? Deadline.TOO_FAR : Deadline.ALLOWED;
    }

    enum Signing {
        ALLOWED,
        READS_ONLY,
        ALREADY
    }

    /** Only a link whose national code signs; once. */
    static Signing maySign(boolean signs, boolean signed) {
        if (signed) return Signing.ALREADY;
        return signs ? Signing.ALLOWED : Signing.READS_ONLY;
    }

    public enum Scanning {
        ALLOWED,
        ENDED,
        EXPIRED
    }

    /**
     * A coupon is worth what it says: not after the note was corrected to be signed anew, nor after
     * the school year.
     */
    static Scanning mayScan(@Nullable Instant endedAt, LocalDate expiresOn, LocalDate today) {
        if (endedAt != null) return Scanning.ENDED;
        return today.isAfter(expiresOn) ? Scanning.EXPIRED : Scanning.ALLOWED;
    }

    /** What a guardian may do with a request; the deadline's day is still theirs. */
    public enum Deciding {
        ALLOWED,
        READS_ONLY,
        LATE
    }

    static Deciding mayDecide(boolean signs, @Nullable LocalDate deadline, LocalDate today) {
        if (!signs) return Deciding.READS_ONLY;
        return deadline != null && today.isAfter(deadline) ? Deciding.LATE : Deciding.ALLOWED;
    }

    enum Replying {
        ALLOWED,
        CLOSED,
        EMPTY,
        TOO_LONG
    }

    static Replying mayReply(boolean open, String reply) {
        if (!open) return Replying.CLOSED;
        if (reply.isBlank()) return Replying.EMPTY;
        return NoteForm.length(reply) > MAX_REPLY ? Replying.TOO_LONG : Replying.ALLOWED;
    }

    enum Reminding {
        ALLOWED,
        NOBODY_WAITS,
        TOO_SOON
    }

    static Reminding mayRemind(int waiting, @Nullable Instant last, Instant now) {
        if (waiting == 0) return Reminding.NOBODY_WAITS;
        return last != null && last.plus(BETWEEN_REMINDERS).isAfter(now)
                ? Reminding.TOO_SOON
                : Reminding.ALLOWED;
    }

    /** The author or the director: they answer for the words. */
    static boolean mayCorrect(Actor actor, Note note) {
        return actor.profile() == Profile.TEACHER
                && (actor.person() == note.authorId() || actor.directs(note.school()));
    }
}
