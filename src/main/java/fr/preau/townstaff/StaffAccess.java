package fr.preau.townstaff;

import fr.preau.access.AccountWork;
import fr.preau.access.Keys;
import fr.preau.access.Keys.Key;
import fr.preau.access.OpenSessions;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Appointments;
import fr.preau.proconnect.Leaving;
import fr.preau.proconnect.Registration;
import fr.preau.web.Actor;
import fr.preau.web.RoleKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The person, the role and the account that follow from a decision. */
@Component
class StaffAccess {
    private final Appointments appointments;
    private final AccountWork accounts;
    private final OpenSessions sessions;
    private final Keys keys;
    private final Registration proConnect;
    private final Leaving leaving;
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    StaffAccess(
            Appointments appointments,
            AccountWork accounts,
            OpenSessions sessions,
            Keys keys,
            Registration proConnect,
            Leaving leaving,
            JdbcClient db,
            Walls walls,
            Clock clock) {
        this.appointments = appointments;
        this.accounts = accounts;
        this.sessions = sessions;
        this.keys = keys;
        this.proConnect = proConnect;
        this.leaving = leaving;
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** An account and how one enters it. */
    record Holder(long account, String login, boolean active) {}

    /** Makes the person and their role; returns their number. */
    long open(Colleague one) {
        var person = appointments.welcome(one.firstName(), one.lastName());
        prolong(person, one.town(), one.untilOn());
        accounts.welcome(person);
        return person;
    }

    void prolong(long person, long town, LocalDate until) {
        appointments.appoint(person, RoleKind.TOWN_STAFF, town, null, until);
    }

    /** The role ended yesterday, invitations are withdrawn; whoever wears it is out at once. */
    void end(long person, long town, String email) {
        leaving.leave(town, email.toLowerCase(Locale.ROOT));
        prolong(person, town, LocalDate.now(clock).minusDays(1));
        holder(person).ifPresent(holder -> sessions.close(holder.account()));
    }

    Optional<Holder> holder(long person) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select a.id as account, a.login, a.state = 'ACTIVE' as active
                                          from account_person ap join account a on a.id = ap.account_id and a.state <> 'CLOSED' where ap.person_id = :person
                                        """)
                                .param("person", person)
                                .query(Holder.class)
                                .optional());
    }

    /** Whether the account is opened by ProConnect: the town invites, no code is made. */
    boolean byProConnect() {
        return proConnect.isKnown();
    }

    /** A code that opens the account once, for the town to hand over. */
    Key code(Actor actor, Colleague one, Holder holder, String formKey) {
        return keys.give(actor, one.town(), List.of(holder.account()), formKey, "ONE")
                .get(holder.account());
    }
}
