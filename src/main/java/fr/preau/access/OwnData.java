package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Exports;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the door and the directory know of somebody: identity, children, charter, sessions. */
@Component
@Order(1)
class OwnData implements Exports {
    private final JdbcClient db;
    private final Walls walls;

    OwnData(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public List<Section> of(long account, long[] persons) {
        return List.of(
                section("identity", t("access.export.identity"), identity(account, persons)),
                section("children", t("access.export.children"), children(persons)),
                section(
                        "charter",
                        t("access.export.charter"),
                        walls.as(Wall.DOOR, () -> charter(account))),
                section(
                        "sessions",
                        t("access.export.sessions"),
                        walls.as(Wall.DOOR, () -> sessions(account))),
                section(
                        "devices",
                        t("access.export.devices"),
                        walls.as(Wall.DOOR, () -> devices(account))),
                section("mail", t("access.export.mail"), walls.as(Wall.DOOR, () -> mail(account))),
                section(
                        "other-doors",
                        t("access.export.other-doors"),
                        walls.as(Wall.DOOR, () -> otherDoors(account))));
    }

    private static Section section(String name, String title, JdbcClient.StatementSpec rows) {
        return section(name, title, rows.query().listOfRows());
    }

    private static Section section(
            String name, String title, List<java.util.Map<String, Object>> rows) {
        return new Section(name, title, rows, column -> t("access.export.column." + column));
    }

    private JdbcClient.StatementSpec identity(long account, long[] persons) {
        return db.sql(
                        """
                        select p.civility, p.first_name, p.last_name, p.birth_name, p.birth_date, p.ine, p.email, p.mobile, p.phone, p.work_phone,
                               p.street, p.postal_code, p.city, p.country, p.departed_at, a.login, a.first_sign_in_at, a.last_sign_in_at, a.password_changed_at
                          from person p join account a on a.id = :account where p.id = any (:persons) order by p.id
                        """)
                .param("account", account)
                .param("persons", persons);
    }

    private JdbcClient.StatementSpec children(long[] persons) {
        return db.sql(
                        """
                        select k.first_name, k.last_name, (
                               select c.label from link_code c where c.code = g.link_code order by c.from_on desc limit 1) as link,
                               s.name as school, (
                               select string_agg(c.label, ', ' order by c.label) from class_enrolment i
                                 join school_class c on c.school_id = i.school_id and c.id = i.class_id
                                where i.school_id = e.school_id and i.pupil_id = k.id) as class, k.departed_at
                          from guardianship g
                          join person k on k.id = g.pupil_id
                          left join enrolment e on e.pupil_id = k.id
                          left join structure s on s.id = e.school_id
                         where g.guardian_id = any (:persons)
                         order by k.birth_date, k.id
                        """)
                .param("persons", persons);
    }

    private List<java.util.Map<String, Object>> charter(long account) {
        return db.sql(
                        "select version, accepted_at, text_hash from charter_acceptance where account_id = :account order by accepted_at")
                .param("account", account)
                .query()
                .listOfRows();
    }

    private List<java.util.Map<String, Object>> sessions(long account) {
        return db.sql(
                        "select created_at, seen_at, ended_at from session where account_id = :account order by created_at desc")
                .param("account", account)
                .query()
                .listOfRows();
    }

    private List<java.util.Map<String, Object>> otherDoors(long account) {
        return db.sql(
                        "select provider, linked_at from account_identity where account_id = :account order by linked_at")
                .param("account", account)
                .query()
                .listOfRows();
    }

    private List<java.util.Map<String, Object>> mail(long account) {
        return db.sql(
                        "select email, confirmed_at, bounced_at from mail_address where account_id = :account")
                .param("account", account)
                .query()
                .listOfRows();
    }

    private List<java.util.Map<String, Object>> devices(long account) {
        return db.sql(
                        "select name, first_at, last_at, spared_until from known_device where account_id = :account order by first_at")
                .param("account", account)
                .query()
                .listOfRows();
    }
}
