package fr.preau.notifications;

import fr.preau.access.DoorFact;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.liaison.DecisionMade;
import fr.preau.liaison.NoteCorrected;
import fr.preau.liaison.NoteReminded;
import fr.preau.liaison.NoteReplied;
import fr.preau.liaison.NoteSent;
import fr.preau.messages.MessageHeld;
import fr.preau.messages.MessageReminded;
import fr.preau.messages.MessageReturned;
import fr.preau.messages.MessageSent;
import fr.preau.quiet.QuietHours;
import fr.preau.web.Fact;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
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
    static final String INTO =
            """
            with told as (insert into notification (school_id, person_id, kind, subject_id, pupil_id, fact, at, deliver_at)
            """;
    static final String ONCE =
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

    /** So does the author of a request, unless the paper went through their own hands. */
    @ApplicationModuleListener
    void on(DecisionMade made) {
        tell(
                made,
                made.note(),
                """
                select n.school_id, n.author_id, 'REPLY', n.id, d.pupil_id, :fact, :now, :opens
                  from note n join note_decision d on d.school_id = n.school_id and d.note_id = n.id and d.id = :decision
                 where n.school_id = :school and n.id = :note and d.choice is not null and d.recorded_by is distinct from n.author_id
                """,
                s -> s.param("decision", made.decision()));
    }

    /** A line for each child whom a message concerns; what waits to be delivered is told then. */
    @ApplicationModuleListener
    void on(MessageSent sent) {
        tellOf(sent.place(), sent.message(), sent.identity(), "MESSAGE", "b.read_at is null");
    }

    @ApplicationModuleListener
    void on(MessageReminded reminded) {
        tellOf(
                reminded.place(),
                reminded.message(),
                reminded.identity(),
                "MESSAGE_REMINDER",
                "b.read_at is null and b.reminded_at is not null");
    }

    private void tellOf(long school, long message, String fact, String kind, String which) {
        var now = clock.instant();
        ring(() ->
                db.sql(
                                INTO
                                        + """
                                        select b.school_id, b.person_id, :kind, b.message_id, k.id, :fact, :now, greatest(b.deliver_at, :opens)
                                          from message_box b left join lateral (
                                               select p.id from unnest(case b.profile when 'GUARDIAN' then b.pupils else array[b.pupils[1]] end) p (id)) k on true
                                         where b.school_id = :school and b.message_id = :message and b.deliver_at < 'infinity' and
                                        """
                                        + which
                                        + ONCE)
                        .param("school", school)
                        .param("message", message)
                        .param("kind", kind)
                        .param("fact", fact)
                        .param("now", Timestamp.from(now))
                        .param("opens", Timestamp.from(quiet.opensAt(school, now))));
    }

    /** Those who have the class today. */
    @ApplicationModuleListener
    void on(MessageHeld held) {
        var now = clock.instant();
        ring(() ->
                db.sql(
                                INTO
                                        + """
                                        select m.school_id, t.person_id, 'MESSAGE_REVIEW', m.id, m.author_id, :fact, :now, :opens
                                          from message m join teaching t on t.school_id = m.school_id and t.class_id = m.review_class_id
                                           and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
                                         where m.school_id = :school and m.id = :message
                                        """
                                        + ONCE)
                        .param("school", held.place())
                        .param("message", held.message())
                        .param("fact", held.identity())
                        .param("today", LocalDate.now(clock))
                        .param("now", Timestamp.from(now))
                        .param("opens", Timestamp.from(quiet.opensAt(held.place(), now))));
    }

    @ApplicationModuleListener
    void on(MessageReturned returned) {
        ring(() ->
                db.sql(
                                INTO
                                        + """
                                        select m.school_id, m.author_id, 'MESSAGE_RETURNED', m.id, null::bigint, :fact, :now, :now
                                          from message m where m.school_id = :school and m.id = :message
                                        """
                                        + ONCE)
                        .param("school", returned.place())
                        .param("message", returned.message())
                        .param("fact", returned.identity())
                        .param("now", Timestamp.from(clock.instant())));
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
