package fr.preau.access;

import java.util.List;

/** The people that the sign-in page offers in one click, in demo mode only; filled by the demo. */
public interface Cast {
    List<Group> groups();

    /**
     * The code that a demo agent's phone would show; empty outside the demo or for an account that
     * is not of the cast.
     */
    String secondFactorOf(long account);

    /** The password of every demo adult. */
    String password();

    record Group(String name, List<Member> members) {}

    /** {@code card}: the address of the pupil's card, or empty for those who type a login. */
    record Member(String login, String name, String who, String card) {}
}
