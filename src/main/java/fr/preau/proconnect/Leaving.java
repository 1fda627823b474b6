package fr.preau.proconnect;

import org.springframework.stereotype.Component;

/** Those whom a commune or the région no longer wants inside. */
@Component
public class Leaving {
    private final Invitations invitations;
    private final Admission admission;

    Leaving(Invitations invitations, Admission admission) {
        this.invitations = invitations;
        this.admission = admission;
    }

    /**
     * Withdraws every invitation of this commune for an address, used or not, and with it the role
     * that it made.
     *
     * @param email in small letters
     */
    public void leave(long town, String email) {
        invitations.withdrawAll(town, email).forEach(admission::end);
    }
}
