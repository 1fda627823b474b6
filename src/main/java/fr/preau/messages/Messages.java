package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages as they are written, and as they exist for somebody who wrote or received them. */
@Component
class Messages {
    private static final int CONVERSATION = 60;

    /** Of somebody else, what was taken back is no longer to be read. */
    private static final String SELECT =
            """
            select m.school_id as school, m.id, m.conversation_id as conversation, m.author_id, m.author_name as author, m.author_profile,
                   case when m.recalled_at is null or m.author_id = :person then m.subject else :gone end as subject,
                   case when m.recalled_at is null or m.author_id = :person then m.body else '' end as body,
                   m.replies, m.audience, m.state, m.sent_at, m.deliver_at, m.recalled_at, m.recipients, m.files,
                   case when m.author_id = :person then m.feedback end as feedback, m.withdrawn_at is not null as withdrawn, h.reason as held_for,
                   (select s.name from structure s where s.id = h.node_id) as held_at,
                   b.person_id is not null as received, b.person_id is not null and b.read_at is null as unread, b.trashed_at is not null as trashed,
                   b.folder_id as folder, (
                   select string_agg(k.id || ':' || k.first_name, ',' order by k.first_name) from person k where k.id = any (b.pupils)) as children
              from message m
              left join message_box b on b.school_id = m.school_id and b.message_id = m.id and b.person_id = :person and b.deliver_at <= :now
              left join message_hold h on h.school_id = m.school_id and h.message_id = m.id and m.state = 'WAITING' and m.author_id = :person
             where (m.author_id = :person or b.person_id is not null)
            """;

    private final JdbcClient db;
    private final Clock clock;

    Messages(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Message> visibleTo(Actor actor, long id) {
        return ask(actor, " and m.id = :id").param("id", id).query(Message.class).optional();
    }

    /** What this actor wrote and received of a conversation, in its order. */
    List<Message> conversation(Actor actor, long conversation) {
        return ask(
                        actor,
                        " and m.conversation_id = :conversation order by m.id desc limit "
                                + CONVERSATION)
                .param("conversation", conversation)
                .query(Message.class)
                .list()
                .reversed();
    }

    private JdbcClient.StatementSpec ask(Actor actor, String condition) {
        return db.sql(SELECT + condition)
                .param("person", actor.person())
                .param("gone", t("messages.gone.subject"))
                .param("now", Timestamp.from(clock.instant()));
    }

    /**
     * What a message is made of.
     *
     * @param recipients how many there are, 0 while nobody has counted
     */
    record Draft(
            String subject,
            String body,
            Replies replies,
            String audience,
            Message.State state,
            Instant deliverAt,
            @Nullable Long conversation,
            @Nullable Long reviewClass,
            int recipients,
            int files) {}

    /**
     * Writes the message and, in the same step, a row for each of these people. Returns its number.
     *
     * @param boxedAt when they have it; null: not before somebody has decided
     */
    long write(
            Actor author,
            long school,
            Draft draft,
            List<Reached.Member> people,
            @Nullable Instant boxedAt) {
        return db.sql(
                        """
                        with written as (
                            insert into message (school_id, id, conversation_id, author_id, author_name, author_profile, subject, body, replies, audience, state,
                                                 sent_at, deliver_at, recipients, review_class_id, files)
                            select :school, n.id, coalesce(:conversation, n.id), p.id, p.first_name || ' ' || p.last_name, :profile, :subject, :body, :replies, :audience,
                                   :state, :now, :deliver_at, :recipients, :review, :files
                              from person p, (select nextval('message_id_seq') as id) n where p.id = :author
                            returning id
                        ), boxed as (
                            insert into message_box (school_id, message_id, person_id, author_id, profile, pupils, deliver_at)
                            select :school, w.id, m.person, :author, min(m.side), coalesce(array_agg(distinct m.child) filter (where m.child is not null), '{}'),
                                   coalesce(:boxed_at::timestamptz, 'infinity')
                              from written w, unnest(:persons::bigint[], :sides::text[], :children::bigint[]) m (person, side, child)
                             group by w.id, m.person order by m.person
                        )
                        select id from written
                        """)
                .param("school", school)
                .param("conversation", draft.conversation(), Types.BIGINT)
                .param("profile", author.profile().name())
                .param("subject", draft.subject())
                .param("body", draft.body())
                .param("replies", draft.replies().name())
                .param("audience", draft.audience())
                .param("state", draft.state().name())
                .param("now", Timestamp.from(clock.instant()))
                .param("deliver_at", Timestamp.from(draft.deliverAt()))
                .param("review", draft.reviewClass(), Types.BIGINT)
                .param("recipients", draft.recipients())
                .param("files", draft.files())
                .param("author", author.person())
                .param(
                        "boxed_at",
                        boxedAt == null ? null : Timestamp.from(boxedAt),
                        Types.TIMESTAMP)
                .param("persons", people.stream().map(Reached.Member::person).toArray(Long[]::new))
                .param("sides", people.stream().map(Reached.Member::side).toArray(String[]::new))
                .param("children", people.stream().map(Reached.Member::child).toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    void counted(long school, long message, int recipients) {
        db.sql(
                        "update message set recipients = :recipients where school_id = :school and id = :message")
                .param("recipients", recipients)
                .param("school", school)
                .param("message", message)
                .update();
    }

    void recall(Message message) {
        db.sql("update message set recalled_at = :now where school_id = :school and id = :message")
                .param("now", Timestamp.from(clock.instant()))
                .param("school", message.school())
                .param("message", message.id())
                .update();
    }

    /** These messages are read by this actor now; returns how many were not. */
    int read(Actor actor, Collection<Long> messages) {
        return db.sql(
                        """
                        update message_box set read_at = :now
                         where person_id = :person and message_id = any (:messages) and read_at is null and deliver_at <= :now
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person())
                .param("messages", messages.toArray(Long[]::new))
                .update();
    }
}
