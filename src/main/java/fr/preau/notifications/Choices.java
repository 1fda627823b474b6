package fr.preau.notifications;

import fr.preau.web.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody wants to be told of, by mail and when. One answer for all their hats. */
@Component
class Choices {
    /** The evening, unless somebody chooses another hour. */
    static final int USUAL_HOUR = 18;

    private final JdbcClient db;

    Choices(JdbcClient db) {
        this.db = db;
    }

    /** One matter, with what is chosen for it or usual. */
    List<PreferencesPage.Line> of(Actor actor) {
        return db.sql(
                        """
                        select d.matter, coalesce(c.cadence, d.cadence) as cadence
                          from matter_cadence d
                          left join letter_choice c on c.account_id = :account and c.matter = d.matter and c.channel = d.channel
                         where d.channel = 'MAIL' order by d.rank
                        """)
                .param("account", actor.account())
                .query(PreferencesPage.Line.class)
                .list();
    }

    int hour(Actor actor) {
        return db.sql("select hour from letter_hour where account_id = :account")
                .param("account", actor.account())
                .query(Integer.class)
                .optional()
                .orElse(USUAL_HOUR);
    }

    void keep(Actor actor, Map<String, Cadence> chosen, int hour) {
        db.sql(
                        """
                        insert into letter_choice (account_id, matter, channel, cadence)
                        select :account, d.matter, d.channel, c.cadence
                          from unnest(:matters::text[], :cadences::text[]) c (matter, cadence)
                          join matter_cadence d on d.matter = c.matter and d.channel = 'MAIL'
                        on conflict (account_id, matter, channel) do update set cadence = excluded.cadence
                        """)
                .param("account", actor.account())
                .param("matters", chosen.keySet().toArray(String[]::new))
                .param(
                        "cadences",
                        chosen.values().stream().map(Cadence::name).toArray(String[]::new))
                .update();
        db.sql(
                        """
                        insert into letter_hour (account_id, hour) values (:account, :hour)
                        on conflict (account_id) do update set hour = excluded.hour
                        """)
                .param("account", actor.account())
                .param("hour", hour)
                .update();
    }
}
