package fr.preau.messages;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it exists for somebody who wrote or received it; {@code children} are those whom it
 * concerns for this reader, {@code 12:Yanis,…}; {@code heldFor} why a second person looks at it
 * first, and {@code heldAt} where that person is.
 */
public record Message(
        long school,
        long id,
        long conversation,
        long authorId,
        String author,
        Profile authorProfile,
        String subject,
        String body,
        Replies replies,
        String audience,
        State state,
        Instant sentAt,
        Instant deliverAt,
        @Nullable Instant recalledAt,
        int recipients,
        int files,
        @Nullable String feedback,
        boolean received,
        boolean unread,
        boolean trashed,
        @Nullable Long folder,
        @Nullable String children,
        @Nullable String heldFor,
        @Nullable String heldAt,
        boolean withdrawn) {
    public enum State {
        /** So many that the rows are still being written. */
        SENDING,
        /** Waits for a second person: see {@link Watch}. */
        WAITING,
        /** Waits for somebody's eyes. */
        HELD,
        SENT,
        /** In nobody's box yet when its author was stopped: see {@link Stops}. */
        STOPPED,
        /** Not delivered: its author reads why. */
        RETURNED
    }

    public boolean isRecalled() {
        return recalledAt != null;
    }

    public boolean isFrom(Actor actor) {
        return authorId == actor.person();
    }

    /** Whether its recipients have it: not before its moment, nor before somebody has let it go. */
    boolean hasLeft(Instant now) {
        return (state == State.SENT || state == State.SENDING) && !deliverAt.isAfter(now);
    }

    /** What has become of it; null when it is there to be read, or still to leave. */
    public @Nullable Gone gone() {
        if (withdrawn) return Gone.SCHOOL;
        if (recalledAt == null) return null;
        return hasLeft(recalledAt) ? Gone.AUTHOR : Gone.UNSENT;
    }

    /** The topic of its live page. */
    String topic() {
        return "message " + id;
    }
}
