package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.messages.BoxPage.Folder;
import fr.preau.messages.BoxPage.Row;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What somebody has received, sent, filed and thrown away; a page is found by an index, whatever
 * the box holds.
 */
@Component
class Boxes {
    static final int PAGE = 25;
    static final int MAX_FOLDERS = 40;

    private static final String GONE =
            """
            case when m.withdrawn_at is not null then 'SCHOOL'
                                when m.state in ('WAITING', 'HELD', 'RETURNED') and m.recalled_at is not null or m.recalled_at < m.deliver_at then 'UNSENT'
                                when m.recalled_at is not null then 'AUTHOR' end as gone\
            """;

    private static final String RECEIVED =
            """
            select m.school_id as school, m.id, case when m.recalled_at is null then m.subject else :gone end as subject, case when m.recalled_at is null then left(m.body, 400) else '' end as body,
                   m.author_name as who, m.author_profile, b.deliver_at as at, b.read_at is null and m.recalled_at is null as unread, %s,
                   'SENT' as state, false as mine, m.recipients, case when m.recalled_at is null then m.files else 0 end as files, (
                   select string_agg(k.id || ':' || k.first_name, ',' order by k.first_name) from person k where k.id = any (b.pupils)) as children
              from message_box b join message m on m.school_id = b.school_id and m.id = b.message_id
             where b.person_id = :person and b.deliver_at <= :now
            """
                    .formatted(GONE);

    private static final String SENT =
            """
            select m.school_id as school, m.id, m.subject, left(m.body, 400) as body, coalesce(nullif(m.audience, ''), (
                   select string_agg(p.first_name || ' ' || p.last_name, ', ') from (
                       select b.person_id from message_box b where b.school_id = m.school_id and b.message_id = m.id order by b.person_id limit 3) b
                     join person p on p.id = b.person_id), '') as who,
                   m.author_profile, m.sent_at as at, false as unread, %s, m.state, true as mine, m.recipients, m.files,
                   null as children
              from message m where m.author_id = :person
            """
                    .formatted(GONE);

    private final JdbcClient db;
    private final Clock clock;

    Boxes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One more than a page when more follows. */
    List<Row> rows(Actor actor, BoxFilter filter) {
        if (filter.isSearch()) return found(actor, filter);
        return switch (filter.place()) {
            case "sent" ->
                    ask(
                                    actor,
                                    filter,
                                    SENT
                                            + " and (m.sent_at, m.id) < (:at, :id) order by m.sent_at desc, m.id desc limit :limit")
                            .query(Row.class)
                            .list();
            case "trash" -> received(actor, filter, "and b.trashed_at is not null");
            case "folder" ->
                    received(actor, filter, "and b.trashed_at is null and b.folder_id = :folder");
            default -> received(actor, filter, "and b.trashed_at is null and b.folder_id is null");
        };
    }

    private List<Row> received(Actor actor, BoxFilter filter, String which) {
        return ask(
                        actor,
                        filter,
                        RECEIVED
                                + which
                                + " and (b.deliver_at, b.message_id) < (:at, :id) order by b.deliver_at desc, b.message_id desc limit :limit")
                .query(Row.class)
                .list();
    }

    /** In everything received and sent, the latest first; what is in the bin is not sought. */
    private List<Row> found(Actor actor, BoxFilter filter) {
        return ask(
                        actor,
                        filter,
                        "select * from ("
                                + RECEIVED
                                + " and b.trashed_at is null and m.recalled_at is null and m.words @@ websearch_to_tsquery('french', plain(:q)) and (b.deliver_at, b.message_id) < (:at, :id) union all "
                                + SENT
                                + " and m.words @@ websearch_to_tsquery('french', plain(:q)) and (m.sent_at, m.id) < (:at, :id)"
                                + ") found order by at desc, id desc limit :limit")
                .query(Row.class)
                .list();
    }

    private StatementSpec ask(Actor actor, BoxFilter filter, String sql) {
        return db.sql(sql)
                .param("person", actor.person())
                .param("now", Timestamp.from(clock.instant()))
                .param("at", Timestamp.from(filter.cursor().at()))
                .param("id", filter.cursor().id())
                .param("folder", filter.folder(), Types.BIGINT)
                .param("q", filter.q())
                .param("gone", t("messages.gone.subject"))
                .param("limit", PAGE + 1);
    }

    List<Folder> folders(Actor actor) {
        return db.sql(
                        "select id, name from message_folder where person_id = :person order by plain(name), id")
                .param("person", actor.person())
                .query(Folder.class)
                .list();
    }

    Optional<Folder> folder(Actor actor, long folder) {
        return folders(actor).stream().filter(one -> one.id() == folder).findFirst();
    }

    long makeFolder(Actor actor, String name) {
        return db.sql(
                        """
                        insert into message_folder (person_id, name) values (:person, :name)
                        on conflict (person_id, name) do update set name = excluded.name returning id
                        """)
                .param("person", actor.person())
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** What it held goes back among what is received. */
    void removeFolder(Actor actor, long folder) {
        db.sql(
                        "update message_box set folder_id = null where person_id = :person and folder_id = :folder")
                .param("person", actor.person())
                .param("folder", folder)
                .update();
        db.sql("delete from message_folder where person_id = :person and id = :folder")
                .param("person", actor.person())
                .param("folder", folder)
                .update();
    }

    void throwAway(Actor actor, Collection<Long> messages, boolean away) {
        handle(
                actor,
                messages,
                "trashed_at = " + (away ? "coalesce(trashed_at, :now)" : "null"),
                null);
    }

    /** Those among these that are in the bin. */
    List<Long> thrown(Actor actor, Collection<Long> messages) {
        return db.sql(
                        "select message_id from message_box where person_id = :person and trashed_at is not null and message_id = any (:messages)")
                .param("person", actor.person())
                .param("messages", messages.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    void file(Actor actor, Collection<Long> messages, @Nullable Long folder) {
        handle(actor, messages, "folder_id = :folder, trashed_at = null", folder);
    }

    void markUnread(Actor actor, Collection<Long> messages) {
        handle(actor, messages, "read_at = null", null);
    }

    void markRead(Actor actor, Collection<Long> messages) {
        handle(actor, messages, "read_at = coalesce(read_at, :now)", null);
    }

    private void handle(
            Actor actor, Collection<Long> messages, String change, @Nullable Long folder) {
        db.sql(
                        "update message_box set "
                                + change
                                + " where person_id = :person and deliver_at <= :now and message_id = any (:messages)")
                .param("person", actor.person())
                .param("now", Timestamp.from(clock.instant()))
                .param("folder", folder, Types.BIGINT)
                .param("messages", messages.toArray(Long[]::new))
                .update();
    }
}
