package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.mail.Mail;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Forgotten login or password (capability A10). Whoever asks is answered at once and alike; who
 * they are is looked up afterwards, and only the address that the directory has is written to.
 */
@Component
class Forgotten {
    private final JdbcClient db;
    private final Walls walls;
    private final Mail mail;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Forgotten(JdbcClient db, Walls walls, Mail mail, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.mail = mail;
        this.facts = facts;
        this.clock = clock;
    }

    private record Wish(String email, String site) {}

    private record Holder(long account, String login, String name, String place) {}

    /** {@code site}: our own address, with which the link starts. */
    void ask(String email, String site) {
        walls.as(
                Wall.DOOR,
                () -> {
                    var wish =
                            db.sql(
                                            "insert into forgotten (email, site, asked_at) values (:email, :site, :now) returning id")
                                    .param("email", email.replace("\0", "").strip())
                                    .param("site", site)
                                    .param("now", now())
                                    .query(Long.class)
                                    .single();
                    facts.publishEvent(new DoorFact.AccessForgotten(wish, clock.instant()));
                });
    }

    @ApplicationModuleListener
    void on(DoorFact.AccessForgotten asked) {
        walls.as(Wall.DOOR, () -> taken(asked.wish()))
                .ifPresent(wish -> {
                    var persons = persons(wish.email());
                    walls.as(Wall.DOOR, () -> answer(wish, persons));
                });
    }

    private Optional<Wish> taken(long wish) {
        return db.sql("delete from forgotten where id = :wish returning email, site")
                .param("wish", wish)
                .query(Wish.class)
                .optional();
    }

    /** The door does not read addresses: the directory does. */
    private long[] persons(String email) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db
                                .sql(
                                        "select id from person where lower(email) = :email and email is not null and kind <> 'PUPIL' and departed_at is null limit 20")
                                .param("email", email.toLowerCase(Locale.ROOT))
                                .query(Long.class)
                                .stream()
                                .mapToLong(Long::longValue)
                                .toArray());
    }

    private void answer(Wish wish, long[] persons) {
        var minutes = rule("RESET_MINUTES");
        var lines = new ArrayList<String>();
        for (var holder : holders(persons)) {
            var link = wish.site() + "/forgotten/" + make(holder.account(), minutes);
            lines.add(
                    t(
                            "access.forgotten.mail.line",
                            holder.name(),
                            holder.place(),
                            holder.login(),
                            link));
        }
        if (lines.isEmpty()) return;
        var letter =
                new Mail.Letter(
                        wish.email(),
                        t("access.forgotten.mail.subject"),
                        t("access.forgotten.mail.text", String.join("\n\n", lines), minutes));
        walls.afterCommit(() -> mail.send(letter));
    }

    /**
     * The active accounts of the adults at this address: a family may share one. Those who were
     * written to several times this hour are left alone.
     */
    private List<Holder> holders(long[] persons) {
        return db.sql(
                        """
                        select a.id as account, a.login, min(p.first_name) as name, coalesce(min(s.name), '') as place
                          from person p
                          join account_person ap on ap.person_id = p.id
                          join account a on a.id = ap.account_id and a.state = 'ACTIVE'
                          left join lateral (select st.structure_id from standing st where st.person_id = p.id offset 0) r on true
                          left join structure s on s.id = r.structure_id
                         where p.id = any (:persons) and p.departed_at is null
                           and (select count(*) from reset_link l where l.account_id = a.id and l.made_at > :now::timestamptz - interval '1 hour') < :most
                         group by a.id order by a.id limit 10
                        """)
                .param("persons", persons)
                .param("now", now())
                .param("most", rule("RESETS_AN_HOUR"))
                .query(Holder.class)
                .list();
    }

    private String make(long account, int minutes) {
        var token = Tokens.make(256);
        db.sql(
                        """
                        insert into reset_link (token_hash, account_id, made_at, expires_at)
                        values (:token, :account, :now, :now::timestamptz + :minutes * interval '1 minute')
                        """)
                .param("token", Tokens.hash(token))
                .param("account", account)
                .param("now", now())
                .param("minutes", minutes)
                .update();
        return token;
    }

    private int rule(String name) {
        return db.sql("select amount from door_rule where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    /** The account that this link opens now. */
    Optional<Long> opens(String token) {
        return walls.as(
                Wall.DOOR,
                () ->
                        matching("select l.account_id from reset_link l where ", token, "")
                                .query(Long.class)
                                .optional());
    }

    /** Uses it up, and every other link of the account with it: true once. */
    boolean use(String token) {
        return walls.as(
                Wall.DOOR,
                () ->
                        matching(
                                        "update reset_link l set used_at = :now where ",
                                        token,
                                        " returning l.account_id")
                                .query(Long.class)
                                .optional()
                                .map(account ->
                                        db.sql(
                                                        "update reset_link set used_at = coalesce(used_at, :now) where account_id = :account")
                                                .param("now", now())
                                                .param("account", account)
                                                .update())
                                .isPresent());
    }

    private JdbcClient.StatementSpec matching(String start, String token, String end) {
        return db.sql(
                        start
                                + "l.token_hash = :token and l.used_at is null and l.expires_at > :now and exists (select 1 from account a where a.id = l.account_id and a.state = 'ACTIVE')"
                                + end)
                .param("token", Tokens.hash(token))
                .param("now", now());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
