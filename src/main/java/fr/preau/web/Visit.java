package fr.preau.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in browser at this request: the actor, their other hats, and what their screen looks
 * like.
 */
public record Visit(
        Actor actor,
        String firstName,
        String name,
        String place,
        Ambience ambience,
        Comfort comfort,
        List<Hat> hats,
        @Nullable Instant secondFactorAt,
        Due due) {
    static final String ATTRIBUTE = Visit.class.getName();

    /**
     * A person in a profile that the account may act as; {@code place} says where, e.g. « CP A » or
     * « Parent de Tom ».
     */
    public record Hat(long person, Profile profile, String name, String place, boolean worn) {}

    /** What must be done before anything else. */
    public enum Due {
        NOTHING,
        SECOND_FACTOR,
        /** The password that was typed at the door has had its time. */
        PASSWORD,
        CHARTER,
        /** Everybody whom the account holds has left: what remains is to take one's data away. */
        DEPARTED
    }
}
