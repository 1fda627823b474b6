package fr.preau.web;

import static fr.preau.web.Wording.t;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody was writing and has not sent, field by field. */
@Component
@Order(6)
class DraftsToTake implements Exports {
    private final JdbcClient db;

    DraftsToTake(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Section> of(long account, long[] persons) {
        var rows =
                db.sql(
                                "select saved_at, key, form from draft where account_id = :account order by saved_at desc, key")
                        .param("account", account)
                        .query()
                        .listOfRows();
        for (var row : rows) row.compute("form", (column, form) -> typed((String) form));
        return List.of(
                new Section(
                        "drafts",
                        t("web.export.drafts"),
                        rows,
                        column -> t("web.export.column." + column)));
    }

    private static String typed(String form) {
        return FormDrafts.fieldsOf(form).entrySet().stream()
                .map(DraftsToTake::line)
                .collect(joining("\n"));
    }

    private static String line(Map.Entry<String, List<String>> field) {
        return field.getKey() + " = " + String.join(", ", field.getValue());
    }
}
