package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Exports;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The notes that somebody takes away: received with one's own signature and answer, addressed to
 * oneself as a pupil, or sent. Never the answers of others.
 */
@Component
@Order(2)
class NotesToTake implements Exports {
    private final JdbcClient db;

    NotesToTake(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Section> of(long account, long[] persons) {
        return List.of(
                section("notes-received", t("liaison.export.received"), received(persons)),
                section("decisions", t("liaison.export.decisions"), decided(persons)),
                section("notes-to-pupil", t("liaison.export.pupil"), addressed(persons)),
                section("notes-sent", t("liaison.export.sent"), sent(persons)));
    }

    private static Section section(String name, String title, JdbcClient.StatementSpec rows) {
        return new Section(
                name,
                title,
                rows.query().listOfRows(),
                column -> t("liaison.export.column." + column));
    }

    private JdbcClient.StatementSpec received(long[] persons) {
        return ask(
                """
                select n.sent_at, s.name as school, n.author_name, k.first_name as child, n.title, n.body, n.deadline, n.corrected_at,
                       g.signs, g.seen_at, g.signed_at, g.paper_by is not null as on_paper, g.reply, g.replied_at
                  from note_guardian g
                  join note n on n.school_id = g.school_id and n.id = g.note_id
                  join structure s on s.id = n.school_id
                  join person k on k.id = g.pupil_id
                  join guardianship l on l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id
                 where g.guardian_id = any (:persons)
                 order by n.sent_at desc, n.id desc
                """,
                persons);
    }

    private JdbcClient.StatementSpec decided(long[] persons) {
        return ask(
                """
                select d.at, s.name as school, k.first_name as child, n.title, h.label as choice, d.condition, d.content, encode(d.seal, 'hex') as seal
                  from note_decision d
                  join note n on n.school_id = d.school_id and n.id = d.note_id
                  join structure s on s.id = n.school_id
                  join person k on k.id = d.pupil_id
                  left join note_choice h on h.school_id = d.school_id and h.note_id = d.note_id and h.number = d.choice
                 where d.guardian_id = any (:persons)
                 order by d.at desc, d.id desc
                """,
                persons);
    }

    private JdbcClient.StatementSpec addressed(long[] persons) {
        return ask(
                """
                select n.sent_at, s.name as school, n.author_name, n.title, n.body
                  from note_pupil p
                  join note n on n.school_id = p.school_id and n.id = p.note_id
                  join structure s on s.id = n.school_id
                 where p.pupil_id = any (:persons)
                 order by n.sent_at desc, n.id desc
                """,
                persons);
    }

    private JdbcClient.StatementSpec sent(long[] persons) {
        return ask(
                """
                select n.sent_at, s.name as school, n.audience, n.title, n.body, n.deadline, n.corrected_at
                  from note n
                  join structure s on s.id = n.school_id
                 where n.author_id = any (:persons)
                 order by n.sent_at desc, n.id desc
                """,
                persons);
    }

    private JdbcClient.StatementSpec ask(String sql, long[] persons) {
        return db.sql(sql).param("persons", persons);
    }
}
