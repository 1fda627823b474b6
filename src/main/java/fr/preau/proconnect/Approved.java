package fr.preau.proconnect;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a new colleague of a town hall needs before anybody may invite them: the région accepted
 * them (capability K08). Said by whoever keeps these decisions.
 */
public interface Approved {
    /** The person made when they were accepted, and the last day they were accepted for. */
    record Approval(long person, LocalDate until) {}

    /**
     * @param email in small letters
     * @return empty when nobody was accepted for this commune at this address, or no longer is
     */
    Optional<Approval> approval(long town, String email);
}
