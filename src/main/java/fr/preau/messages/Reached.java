package fr.preau.messages;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may write to of what they have chosen, and whom it comes to. Those below a node are
 * so many that they are only counted.
 */
record Reached(List<Chosen> choices, List<Member> members) {
    /** Somebody in a choice, as whom, and the child that links them to the author. */
    record Member(String token, long person, String side, @Nullable Long child) {
        /** A family counts once, whichever of its guardians are written to. */
        private String family() {
            return side.equals("GUARDIAN") && child != null ? "f" + child : "p" + person;
        }

        private boolean isAlone() {
            return token.charAt(0) == 'p';
        }
    }

    /** Each once, without those below a node. */
    int people() {
        return (int) members.stream().mapToLong(Member::person).distinct().count();
    }

    /** How many they are for, people and families. */
    Weight weight(Collection<Token> chosen) {
        var people = new HashSet<Long>();
        var others = new HashSet<Long>();
        var families = new HashSet<String>();
        for (var member : members) {
            people.add(member.person());
            if (member.isAlone()) others.add(member.person());
            else families.add(member.family());
        }
        var below = choices.stream().filter(Chosen::isNode).mapToInt(Chosen::people).sum();
        return new Weight(
                people.size() + below,
                others.size(),
                families.size() + below,
                Weight.Widest.of(chosen));
    }
}
