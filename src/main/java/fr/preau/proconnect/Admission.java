package fr.preau.proconnect;

import fr.preau.access.AccountWork;
import fr.preau.access.OtherDoors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Appointments;
import fr.preau.directory.Siret;
import fr.preau.proconnect.Conventions.Convention;
import fr.preau.proconnect.Invitations.Invitation;
import fr.preau.proconnect.Refusal.Reason;
import fr.preau.web.RoleKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Whom an answer of ProConnect lets in: an agent of a commune whose convention holds today, invited
 * by a referent of that commune. Being an agent of the commune is not enough: there are many.
 * Whoever has no role there yet is given one only while the région accepts them, asked at every
 * entry.
 */
@Component
class Admission {
    static final String PROVIDER = "proconnect";

    private final Conventions conventions;
    private final Invitations invitations;
    private final OtherDoors doors;
    private final Appointments appointments;
    private final ObjectProvider<Approved> approved;
    private final AccountWork accounts;
    private final ApplicationEventPublisher facts;
    private final Walls walls;
    private final Clock clock;

    Admission(
            Conventions conventions,
            Invitations invitations,
            OtherDoors doors,
            Appointments appointments,
            ObjectProvider<Approved> approved,
            AccountWork accounts,
            ApplicationEventPublisher facts,
            Walls walls,
            Clock clock) {
        this.conventions = conventions;
        this.invitations = invitations;
        this.doors = doors;
        this.appointments = appointments;
        this.approved = approved;
        this.accounts = accounts;
        this.facts = facts;
        this.walls = walls;
        this.clock = clock;
    }

    /** An account that opens; {@code proved}: the second factor was given there. */
    record Admitted(long account, boolean proved) {}

    /**
     * The account of this agent, linked now when they came with an invitation. All of it or
     * nothing.
     */
    Admitted admit(Answer answer, @Nullable Long invitation) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var siret = new Siret(answer.siret());
                    Refusal.unless(siret.isValid(), Reason.SIRET);
                    var convention =
                            conventions
                                    .inForce(siret.siren())
                                    .orElseThrow(() -> new Refusal(Reason.NO_CONVENTION));
                    return invitation == null
                            ? known(answer, convention)
                            : invited(answer, convention, invitation);
                });
    }

    private Admitted known(Answer answer, Convention convention) {
        var account = doors.linked(PROVIDER, answer.identity());
        var used = invitations.usedBy(answer.identity(), convention.town());
        if (account.isEmpty() || used.isEmpty()) throw new Refusal(Reason.NO_INVITATION);
        var invitation = used.get();
        // A new colleague's role follows the convention, and this one may have begun since.
        var person = invitation.personId();
        if (invitation.makes() && person != null)
            approval(convention.town(), invitation.email())
                    .ifPresent(approval -> appoint(person, convention, approval));
        return new Admitted(account.get(), answer.strong());
    }

    private Admitted invited(Answer answer, Convention convention, long id) {
        var invitation =
                invitations.lock(id).orElseThrow(() -> new Refusal(Reason.INVITATION_OVER));
        // The link opened again by whoever used it.
        if (invitation.isUsedBy(answer.identity())) return known(answer, convention);
        Refusal.unless(invitation.isPending(clock.instant()), Reason.INVITATION_OVER);
        Refusal.unless(invitation.townId() == convention.town(), Reason.OTHER_TOWN);
        Refusal.unless(
                invitation.email().equals(answer.email().toLowerCase(Locale.ROOT)),
                Reason.OTHER_ADDRESS);
        return link(answer, convention, invitation);
    }

    private Admitted link(Answer answer, Convention convention, Invitation invitation) {
        var linked = doors.linked(PROVIDER, answer.identity());
        var person = invitation.personId();
        var makes = false;
        if (person == null) {
            // Invited as somebody new, and known all the same: by another commune, or before.
            person = linked.isEmpty() ? null : before(answer);
            makes = person == null || !isAgent(person, convention);
            if (makes) person = welcome(person, convention, invitation);
        }
        var account =
                doors.holding(List.of(person)).stream()
                        .findFirst()
                        .orElseThrow(() -> new Refusal(Reason.NO_ACCOUNT))
                        .account();
        Refusal.unless(doors.link(account, PROVIDER, answer.identity()), Reason.TAKEN);
        invitations.use(invitation.id(), answer.identity(), person, makes);
        facts.publishEvent(
                new ProConnectFact.InvitationUsed(
                        invitation.id(), account, person, clock.instant()));
        // Whoever takes an account that was there before gives the code that protects it.
        return new Admitted(account, answer.strong() && (makes || linked.isPresent()));
    }

    private long before(Answer answer) {
        return invitations.personOf(answer.identity()).orElseThrow(() -> new Refusal(Reason.TAKEN));
    }

    private boolean isAgent(long person, Convention convention) {
        return invitations.agents(convention.town()).stream().anyMatch(one -> one.id() == person);
    }

    /** Whom the région accepted, unless it is somebody known already: they get the role. */
    private long welcome(@Nullable Long before, Convention convention, Invitation invitation) {
        var approval =
                approval(convention.town(), invitation.email())
                        .orElseThrow(() -> new Refusal(Reason.NOT_APPROVED));
        var person = before == null ? approval.person() : before;
        accounts.welcome(person);
        appoint(person, convention, approval);
        return person;
    }

    /** What the région accepted for this commune and this address, if anything. */
    Optional<Approved.Approval> approval(long town, String email) {
        return approved.stream().flatMap(one -> one.approval(town, email).stream()).findFirst();
    }

    private void appoint(long person, Convention convention, Approved.Approval approval) {
        var last =
                approval.until().isBefore(convention.lastDay())
                        ? approval.until()
                        : convention.lastDay();
        appointments.appoint(person, RoleKind.TOWN_STAFF, convention.town(), null, last);
    }

    /** An invitation ends, and with it the role that it made. */
    void end(Invitation invitation) {
        if (!invitation.makes() || invitation.personId() == null) return;
        appointments.appoint(
                invitation.personId(),
                RoleKind.TOWN_STAFF,
                invitation.townId(),
                null,
                LocalDate.now(clock).minusDays(1));
    }
}
