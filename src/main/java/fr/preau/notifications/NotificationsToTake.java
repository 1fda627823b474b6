package fr.preau.notifications;

import static fr.preau.web.Wording.t;

import fr.preau.web.Exports;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody was told, by which letters, and how they have chosen to be told. */
@Component
@Order(3)
class NotificationsToTake implements Exports {
    private final JdbcClient db;
    private final Clock clock;

    NotificationsToTake(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Section> of(long account, long[] persons) {
        return List.of(told(persons), choices(account), hour(account), letters(account));
    }

    private static Section section(
            String name, String title, List<java.util.Map<String, Object>> rows) {
        return new Section(name, title, rows, column -> t("notifications.export.column." + column));
    }

    private Section told(long[] persons) {
        var rows =
                db.sql(
                                """
                                select greatest(n.at, n.deliver_at) as told_at, n.kind, p.first_name as child, n.read_at, n.hidden_at
                                  from notification n left join person p on p.id = n.pupil_id
                                 where n.person_id = any (:persons) and n.deliver_at <= :now order by told_at desc, n.id desc
                                """)
                        .param("persons", persons)
                        .param("now", Timestamp.from(clock.instant()))
                        .query()
                        .listOfRows();
        for (var row : rows) row.compute("kind", (k, kind) -> words((String) kind));
        return section("notifications", t("notifications.export.told"), rows);
    }

    private static String words(String kind) {
        return kind.equals("REPLY") ? t("notifications.replies.one") : t("notifications." + kind);
    }

    private Section choices(long account) {
        var rows =
                db.sql(
                                "select matter, channel, cadence from letter_choice where account_id = :account order by matter, channel")
                        .param("account", account)
                        .query()
                        .listOfRows();
        for (var row : rows)
            for (var column : List.of("matter", "channel", "cadence"))
                row.compute(column, (c, value) -> t("notifications." + c + "." + value));
        return section("letter-choices", t("notifications.export.choices"), rows);
    }

    private Section hour(long account) {
        var rows =
                db.sql("select hour, day from letter_hour where account_id = :account")
                        .param("account", account)
                        .query()
                        .listOfRows();
        for (var row : rows) {
            row.compute("hour", (c, hour) -> t("notifications.hour.at", hour));
            row.compute("day", (c, day) -> t("notifications.day." + DayOfWeek.of((Integer) day)));
        }
        return section("letter-hour", t("notifications.export.hour"), rows);
    }

    private Section letters(long account) {
        return section(
                "letters",
                t("notifications.export.letters"),
                db.sql(
                                "select made_at, ended_at, state from letter where account_id = :account order by made_at desc, id desc")
                        .param("account", account)
                        .query()
                        .listOfRows());
    }
}
