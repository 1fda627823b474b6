package fr.preau.vigilance;

import static fr.preau.web.Wording.t;

import fr.preau.web.Exports;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports that somebody made, and what they were answered. */
@Component
@Order(4)
class VigilanceToTake implements Exports {
    private final JdbcClient db;

    VigilanceToTake(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Section> of(long account, long[] persons) {
        var rows =
                db.sql(
                                """
                                select reported_at, subject, reason, words, decision, decided_at, word from message_report
                                 where reporter_id = any (:persons) order by reported_at desc, id desc
                                """)
                        .param("persons", persons)
                        .query()
                        .listOfRows();
        return List.of(
                new Section(
                        "messages-reported",
                        t("vigilance.export"),
                        rows,
                        column -> t("vigilance.export.column." + column)));
    }
}
