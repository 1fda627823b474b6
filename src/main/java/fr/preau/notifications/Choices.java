package fr.preau.notifications;

import static java.util.stream.Collectors.toSet;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody wants to be told of, by which channel and when. One answer for all their hats. */
@Component
class Choices {
    private final JdbcClient db;

    record Choice(String matter, Channel channel, Cadence cadence) {}

    Choices(JdbcClient db) {
        this.db = db;
    }

    /** Only what may happen to somebody under the hat that they wear. */
    List<PreferencesPage.Line> of(Actor actor) {
        var matters = matters(actor.profile());
        return all(actor).stream().filter(line -> matters.contains(line.matter())).toList();
    }

    private Set<String> matters(Profile hat) {
        record Kind(String kind, String matter) {}
        return db.sql("select kind, matter from notification_matter").query(Kind.class).stream()
                .filter(one -> Told.OF_ACCOUNT.contains(one.kind()) || Told.isFor(one.kind(), hat))
                .map(Kind::matter)
                .collect(toSet());
    }

    private List<PreferencesPage.Line> all(Actor actor) {
        return db.sql(
                        """
                        select m.matter, max(coalesce(c.cadence, d.cadence)) filter (where d.channel = 'MAIL') as mail,
                               max(coalesce(c.cadence, d.cadence)) filter (where d.channel = 'PUSH') as push
                          from matter_cadence m
                          join matter_cadence d on d.matter = m.matter
                          left join letter_choice c on c.account_id = :account and c.matter = d.matter and c.channel = d.channel
                         where m.channel = 'MAIL' group by m.matter, m.rank order by m.rank
                        """)
                .param("account", actor.account())
                .query(PreferencesPage.Line.class)
                .list();
    }

    PreferencesPage.When when(Actor actor) {
        return db.sql(
                        """
                        select coalesce(h.hour, u.hour) as hour, coalesce(h.day, u.day) as day
                          from letter_usual u left join letter_hour h on h.account_id = :account
                        """)
                .param("account", actor.account())
                .query(PreferencesPage.When.class)
                .single();
    }

    void keep(Actor actor, List<Choice> chosen, PreferencesPage.When when) {
        db.sql(
                        """
                        insert into letter_choice (account_id, matter, channel, cadence)
                        select :account, d.matter, d.channel, c.cadence
                          from unnest(:matters::text[], :channels::text[], :cadences::text[]) c (matter, channel, cadence)
                          join matter_cadence d on d.matter = c.matter and d.channel = c.channel
                        on conflict (account_id, matter, channel) do update set cadence = excluded.cadence
                        """)
                .param("account", actor.account())
                .param("matters", column(chosen, Choice::matter))
                .param("channels", column(chosen, choice -> choice.channel().name()))
                .param("cadences", column(chosen, choice -> choice.cadence().name()))
                .update();
        db.sql(
                        """
                        insert into letter_hour (account_id, hour, day) values (:account, :hour, :day)
                        on conflict (account_id) do update set hour = excluded.hour, day = excluded.day
                        """)
                .param("account", actor.account())
                .param("hour", when.hour())
                .param("day", when.day())
                .update();
    }

    private static String[] column(List<Choice> chosen, Function<Choice, String> of) {
        return chosen.stream().map(of).toArray(String[]::new);
    }
}
