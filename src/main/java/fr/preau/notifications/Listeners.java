package fr.preau.notifications;

import fr.preau.access.DoorFact;
import fr.preau.liaison.DecisionMade;
import fr.preau.liaison.NoteCorrected;
import fr.preau.liaison.NoteReminded;
import fr.preau.liaison.NoteReplied;
import fr.preau.liaison.NoteSent;
import fr.preau.messages.MessageHeld;
import fr.preau.messages.MessageReminded;
import fr.preau.messages.MessageReturned;
import fr.preau.messages.MessageSent;
import fr.preau.web.Fact;
import java.sql.Timestamp;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Notes, messages and what concerns the safety of an account: the last at once, whatever the hour.
 */
@Component
class Listeners {
    /** Nobody is called to a page that their school has closed to them. */
    private static final String OPEN =
            " and not exists (select from closed_to('liaison', 'GUARDIAN', g.school_id, g.guardian_id, g.pupil_id))";

    private final TellPeople tell;

    Listeners(TellPeople tell) {
        this.tell = tell;
    }

    @ApplicationModuleListener
    void on(NoteSent sent) {
        tell.of(
                sent,
                sent.school(),
                """
                select g.school_id, g.guardian_id, 'NOTE', g.note_id, g.pupil_id, :fact, :now, coalesce(n.told_at, n.sent_at)
                  from note_guardian g join note n on n.school_id = g.school_id and n.id = g.note_id
                 where g.school_id = :school and g.note_id = :note
                """
                        + OPEN,
                Map.of("note", sent.note()));
    }

    @ApplicationModuleListener
    void on(NoteReminded reminded) {
        tell.of(
                reminded,
                reminded.school(),
                """
                select g.school_id, g.guardian_id, 'REMINDER', g.note_id, g.pupil_id, :fact, :now, :opens
                  from note_guardian g where g.school_id = :school and g.note_id = :note and g.reminded_at = :at
                """
                        + OPEN,
                Map.of("note", reminded.note(), "at", Timestamp.from(reminded.at())));
    }

    @ApplicationModuleListener
    void on(NoteCorrected corrected) {
        tell.of(
                corrected,
                corrected.school(),
                """
                select g.school_id, g.guardian_id, 'CORRECTION', g.note_id, g.pupil_id, :fact, :now, :opens
                  from note_guardian g where g.school_id = :school and g.note_id = :note
                """
                        + OPEN,
                Map.of("note", corrected.note()));
    }

    /** The author learns that a family has answered. */
    @ApplicationModuleListener
    void on(NoteReplied replied) {
        tell.of(
                replied,
                replied.school(),
                """
                select n.school_id, n.author_id, 'REPLY', n.id, cast(:pupil as bigint), :fact, :now, :opens
                  from note n where n.school_id = :school and n.id = :note
                """,
                Map.of("note", replied.note(), "pupil", replied.pupil()));
    }

    /** So does the author of a request, unless the paper went through their own hands. */
    @ApplicationModuleListener
    void on(DecisionMade made) {
        tell.of(
                made,
                made.school(),
                """
                select n.school_id, n.author_id, 'REPLY', n.id, d.pupil_id, :fact, :now, :opens
                  from note n join note_decision d on d.school_id = n.school_id and d.note_id = n.id and d.id = :decision
                 where n.school_id = :school and n.id = :note and d.choice is not null and d.recorded_by is distinct from n.author_id
                """,
                Map.of("note", made.note(), "decision", made.decision()));
    }

    /** A line for each child whom a message concerns; what waits to be delivered is told then. */
    @ApplicationModuleListener
    void on(MessageSent sent) {
        tellOf(sent, sent.place(), sent.message(), "MESSAGE", "b.read_at is null");
    }

    @ApplicationModuleListener
    void on(MessageReminded reminded) {
        tellOf(
                reminded,
                reminded.place(),
                reminded.message(),
                "MESSAGE_REMINDER",
                "b.read_at is null and b.reminded_at is not null");
    }

    private void tellOf(Fact fact, long school, long message, String kind, String which) {
        tell.of(
                fact,
                school,
                """
                select b.school_id, b.person_id, :kind, b.message_id, k.id, :fact, :now, greatest(b.deliver_at, :opens)
                  from message_box b left join lateral (
                       select p.id from unnest(case b.profile when 'GUARDIAN' then b.pupils else array[b.pupils[1]] end) p (id)) k on true
                 where b.school_id = :school and b.message_id = :message and b.deliver_at < 'infinity'
                   and not exists (select from closed_to('messages', b.profile, b.school_id, b.person_id, coalesce(k.id, b.person_id))) and
                """
                        + which,
                Map.of("message", message, "kind", kind));
    }

    /** Those who have the class today. */
    @ApplicationModuleListener
    void on(MessageHeld held) {
        tell.of(
                held,
                held.place(),
                """
                select m.school_id, t.person_id, 'MESSAGE_REVIEW', m.id, m.author_id, :fact, :now, :opens
                  from message m join teaching t on t.school_id = m.school_id and t.class_id = m.review_class_id
                   and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
                 where m.school_id = :school and m.id = :message
                """,
                Map.of("message", held.message()));
    }

    @ApplicationModuleListener
    void on(MessageReturned returned) {
        tell.atOnce(
                returned,
                """
                select m.school_id, m.author_id, 'MESSAGE_RETURNED', m.id, null::bigint, :fact, :now, :now
                  from message m where m.school_id = :school and m.id = :message
                """,
                Map.of("school", returned.place(), "message", returned.message()));
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
        var school = fact.school();
        if (school == null) return;
        tell.atOnce(
                fact,
                "values (:school, :person, :kind, :subject, null, :fact, :at, :at)",
                Map.of(
                        "school",
                        school,
                        "person",
                        fact.person(),
                        "kind",
                        kind,
                        "subject",
                        subject,
                        "at",
                        Timestamp.from(fact.at())));
    }
}
