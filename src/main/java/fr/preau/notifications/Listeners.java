package fr.preau.notifications;

import fr.preau.access.DoorFact;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.liaison.NoteCorrected;
import fr.preau.liaison.NoteReminded;
import fr.preau.liaison.NoteReplied;
import fr.preau.liaison.NoteSent;
import fr.preau.quiet.QuietHours;
import fr.preau.web.Fact;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Facts become notifications, one statement each; the same fact delivered twice makes them once. In
 * quiet hours they wait for their end, except for what concerns the safety of an account.
 */
@Component
class Listeners {
    private static final String INTO =
            """
            with told as (insert into notification (school_id, person_id, kind, subject_id, pupil_id, fact, at, deliver_at)
            """;
    private static final String ONCE =
            """
             on conflict (school_id, person_id, fact, pupil_id) do nothing returning person_id, deliver_at
            ) select distinct person_id from told where deliver_at <= :now
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final QuietHours quiet;
    private final Live live;
    private final Clock clock;

    Listeners(JdbcClient db, Walls walls, QuietHours quiet, Live live, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.quiet = quiet;
        this.live = live;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(NoteSent sent) {
        tell(
                sent,
                sent.note(),
                """
                select g.school_id, g.guardian_id, 'NOTE', g.note_id, g.pupil_id, :fact, :now, coalesce(n.told_at, n.sent_at)
                  from note_guardian g join note n on n.school_id = g.school_id and n.id = g.note_id
                 where g.school_id = :school and g.note_id = :note
                """,
                s -> s);
    }

    @ApplicationModuleListener
    void on(NoteReminded reminded) {
        tell(
                reminded,
                reminded.note(),
                """
                select g.school_id, g.guardian_id, 'REMINDER', g.note_id, g.pupil_id, :fact, :now, :opens
                  from note_guardian g where g.school_id = :school and g.note_id = :note and g.reminded_at = :at
                """,
                s -> s.param("at", Timestamp.from(reminded.at())));
    }

    @ApplicationModuleListener
    void on(NoteCorrected corrected) {
        tell(
                corrected,
                corrected.note(),
                """
                select g.school_id, g.guardian_id, 'CORRECTION', g.note_id, g.pupil_id, :fact, :now, :opens
                  from note_guardian g where g.school_id = :school and g.note_id = :note
                """,
                s -> s);
    }

    /** The author learns that a family has answered. */
    @ApplicationModuleListener
    void on(NoteReplied replied) {
        tell(
                replied,
                replied.note(),
                """
                select n.school_id, n.author_id, 'REPLY', n.id, cast(:pupil as bigint), :fact, :now, :opens
                  from note n where n.school_id = :school and n.id = :note
                """,
                s -> s.param("pupil", replied.pupil()));
    }

    @ApplicationModuleListener
    void on(DoorFact.NewDevice met) {
        tellHolder(met, "NEW_DEVICE", met.device());
    }

    @ApplicationModuleListener
    void on(DoorFact.SessionStolen stolen) {
        tellHolder(stolen, "SESSION_STOLEN", 0);
    }

    @ApplicationModuleListener
    void on(DoorFact.PasswordChanged changed) {
        tellHolder(changed, "PASSWORD_CHANGED", 0);
    }

    @ApplicationModuleListener
    void on(DoorFact.SecondFactorRemoved removed) {
        tellHolder(removed, "SECOND_FACTOR_REMOVED", 0);
    }

    @ApplicationModuleListener
    void on(DoorFact.AccountsJoined joined) {
        tellHolder(joined, "ACCOUNTS_JOINED", 0);
    }

    /** What concerns the account itself is kept at a place of its holder; nowhere without one. */
    private void tellHolder(DoorFact fact, String kind, long subject) {
        if (fact.school() == null) return;
        ring(() ->
                db.sql(
                                INTO
                                        + "values (:school, :person, :kind, :subject, null, :fact, :at, :at)"
                                        + ONCE)
                        .param("school", fact.school())
                        .param("person", fact.person())
                        .param("kind", kind)
                        .param("subject", subject)
                        .param("fact", fact.identity())
                        .param("at", Timestamp.from(fact.at()))
                        .param("now", Timestamp.from(clock.instant())));
    }

    private void tell(Fact fact, long note, String whom, UnaryOperator<StatementSpec> more) {
        var school = fact.school();
        if (school == null) return;
        var now = clock.instant();
        ring(() ->
                more.apply(
                        db.sql(INTO + whom + ONCE)
                                .param("school", school)
                                .param("note", note)
                                .param("fact", fact.identity())
                                .param("now", Timestamp.from(now))
                                .param("opens", Timestamp.from(quiet.opensAt(school, now)))));
    }

    /** Those who are told now hear it at once. */
    private void ring(Supplier<StatementSpec> told) {
        walls.as(Wall.JOB, () -> live.ring(told.get().query(Long.class).list()));
    }
}
