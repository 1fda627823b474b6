package fr.preau.vigilance;

import static fr.preau.web.Wording.t;

import fr.preau.web.Exports;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The reports that somebody made, and what they were answered; their own messages that a second
 * person looked at first.
 */
@Component
@Order(4)
class VigilanceToTake implements Exports {
    private final JdbcClient db;

    VigilanceToTake(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Section> of(long account, long[] persons) {
        return List.of(
                section("messages-reported", t("vigilance.export"), reported(), persons),
                section("messages-held", t("vigilance.export.held"), held(), persons));
    }

    private static String reported() {
        return """
        select reported_at, subject, reason, words, decision, decided_at, word from message_report
         where reporter_id = any (:persons) order by reported_at desc, id desc
        """;
    }

    private static String held() {
        return """
        select h.held_at, m.subject, h.reason, h.verdict, h.decided_at, h.word from message_hold h
          join message m on m.school_id = h.school_id and m.id = h.message_id
         where h.author_id = any (:persons) order by h.held_at desc, h.message_id desc
        """;
    }

    private Section section(String name, String title, String sql, long[] persons) {
        return new Section(
                name,
                title,
                db.sql(sql).param("persons", persons).query().listOfRows(),
                column -> t("vigilance.export.column." + column));
    }
}
