package fr.preau.messages;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may send, plan, answer, take back and remind. Pure: it is handed the facts. */
final class MessagePolicy {
    /** Capability D05: people of the school take a message back within this time. */
    static final Duration RECALL = Duration.ofMinutes(60);

    /** Families are not pressed twice in the same hour. */
    static final Duration BETWEEN_REMINDERS = Duration.ofHours(1);

    private static final int PLANNED_DAYS = 366;
    private static final Set<Profile> STAFF =
            Set.of(Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION);

    private MessagePolicy() {}

    enum Sending {
        ALLOWED,
        NOBODY,
        /**
         * Something was asked for that no screen offers to this person: it is kept in the journal.
         */
        OUT_OF_REACH
    }

    /**
     * @param offered what this hat may write to, among what was chosen
     */
    static Sending maySend(boolean forged, Collection<String> chosen, Collection<String> offered) {
        if (forged || !offered.containsAll(chosen)) return Sending.OUT_OF_REACH;
        return chosen.isEmpty() ? Sending.NOBODY : Sending.ALLOWED;
    }

    /** What children make has its own place; their letters are words. */
    static boolean mayAttach(Actor actor) {
        return actor.profile() != Profile.PUPIL;
    }

    enum Planning {
        ALLOWED,
        PAST,
        TOO_FAR
    }

    static Planning mayPlan(Instant moment, Instant now) {
        if (moment.isBefore(now)) return Planning.PAST;
        return moment.isAfter(now.plus(PLANNED_DAYS, ChronoUnit.DAYS))
                ? Planning.TOO_FAR
                : Planning.ALLOWED;
    }

    /** Who decides whom answers go to, plans a message, takes it back, follows who has read. */
    static boolean isStaff(Actor actor) {
        return STAFF.contains(actor.profile());
    }

    enum Replying {
        ALLOWED,
        CLOSED,
        /** The author may not be reached any more. */
        OUT_OF_REACH,
        RECALLED
    }

    static Replying mayReply(Message message, boolean authorReachable) {
        if (message.isRecalled()) return Replying.RECALLED;
        if (message.replies() == Replies.NONE) return Replying.CLOSED;
        return authorReachable ? Replying.ALLOWED : Replying.OUT_OF_REACH;
    }

    /** Never offered to children, whoever opened it. */
    static boolean mayReplyToAll(Actor actor, Message message) {
        return message.replies() == Replies.ALL && actor.profile() != Profile.PUPIL;
    }

    enum Recalling {
        ALLOWED,
        NOT_YOURS,
        TOO_LATE,
        ALREADY
    }

    /** What is planned has not left: it is taken back at any time. */
    static Recalling mayRecall(Actor actor, Message message, Instant now) {
        if (!message.isFrom(actor) || !isStaff(actor)) return Recalling.NOT_YOURS;
        if (message.isRecalled()) return Recalling.ALREADY;
        if (message.state() == Message.State.STOPPED) return Recalling.ALLOWED;
        return now.isAfter(message.deliverAt().plus(RECALL))
                ? Recalling.TOO_LATE
                : Recalling.ALLOWED;
    }

    enum Reminding {
        ALLOWED,
        NOT_YOURS,
        NOBODY_WAITS,
        TOO_SOON
    }

    /** Nobody has received what waits: for its moment, a second person, the end of a stop. */
    static boolean isFollowed(Actor actor, Message message, Instant now) {
        return message.isFrom(actor)
                && isStaff(actor)
                && !message.isRecalled()
                && message.state() == Message.State.SENT
                && !message.deliverAt().isAfter(now);
    }

    static Reminding mayRemind(
            Actor actor, Message message, int waiting, @Nullable Instant last, Instant now) {
        if (!isFollowed(actor, message, now)) return Reminding.NOT_YOURS;
        if (waiting == 0) return Reminding.NOBODY_WAITS;
        return last != null && last.plus(BETWEEN_REMINDERS).isAfter(now)
                ? Reminding.TOO_SOON
                : Reminding.ALLOWED;
    }
}
