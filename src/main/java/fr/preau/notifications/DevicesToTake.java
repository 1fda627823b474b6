package fr.preau.notifications;

import static fr.preau.web.Wording.t;

import fr.preau.web.Exports;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The devices in which somebody is told; of their addresses, whose service it is. */
@Component
@Order(3)
class DevicesToTake implements Exports {
    private final JdbcClient db;

    DevicesToTake(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Section> of(long account, long[] persons) {
        var rows =
                db.sql(
                                """
                                select name, made_at, split_part(endpoint, '/', 3) as service from push_subscription where account_id = :account order by made_at, id
                                """)
                        .param("account", account)
                        .query()
                        .listOfRows();
        return List.of(
                new Section(
                        "push-devices",
                        t("notifications.export.devices"),
                        rows,
                        column -> t("notifications.export.column." + column)));
    }
}
