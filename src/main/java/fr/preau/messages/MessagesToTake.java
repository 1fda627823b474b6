package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.web.Exports;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The messages that somebody takes away: those they have received, as they may read them today, and
 * those they have written; with the folders and the signature that they keep.
 */
@Component
@Order(3)
class MessagesToTake implements Exports {
    private final JdbcClient db;
    private final Clock clock;

    MessagesToTake(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Section> of(long account, long[] persons) {
        return List.of(
                section(
                        "messages-received",
                        t("messages.export.received"),
                        """
                        select b.deliver_at as sent_at, m.author_name, m.audience, case when m.withdrawn_at is null then m.subject else :withdrawn end as subject,
                               case when m.recalled_at is null then m.body else '' end as body, b.read_at
                          from message_box b join message m on m.school_id = b.school_id and m.id = b.message_id
                         where b.person_id = any (:persons) and b.deliver_at <= :now order by b.deliver_at desc, m.id desc
                        """,
                        persons),
                section(
                        "messages-sent",
                        t("messages.export.sent"),
                        """
                        select m.sent_at, m.audience, m.subject, m.body, m.recalled_at, m.recipients, m.feedback
                          from message m where m.author_id = any (:persons) order by m.sent_at desc, m.id desc
                        """,
                        persons),
                section(
                        "message-folders",
                        t("messages.export.folders"),
                        "select name from message_folder where person_id = any (:persons) order by name, id",
                        persons),
                section(
                        "message-signature",
                        t("messages.export.signature"),
                        "select words from message_signature where person_id = any (:persons) order by person_id",
                        persons));
    }

    private Section section(String name, String title, String sql, long[] persons) {
        return new Section(
                name,
                title,
                db.sql(sql)
                        .param("persons", persons)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("withdrawn", t("messages.gone.subject"))
                        .query()
                        .listOfRows(),
                column -> t("messages.export.column." + column));
    }
}
