package fr.preau.agreements;

import fr.preau.agreements.AgreementFact.AgreementSent;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Conventions of a school year prepared for everybody who pays, a hundred at a time, each hundred
 * in a transaction that also says how far it came: whoever takes over goes on there.
 */
@Component
public class Campaigns {
    static final String TOPIC = "agreement-campaign";
    private static final int AT_ONCE = 100;

    private final JdbcClient db;
    private final Walls walls;
    private final Drafts drafts;
    private final Terms terms;
    private final Templates templates;
    private final Live live;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Campaigns(
            JdbcClient db,
            Walls walls,
            Drafts drafts,
            Terms terms,
            Templates templates,
            Live live,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.drafts = drafts;
        this.terms = terms;
        this.templates = templates;
        this.live = live;
        this.facts = facts;
        this.clock = clock;
    }

    /** How far it is. */
    public record Campaign(
            int year,
            Instant openedAt,
            int expected,
            int done,
            int made,
            @Nullable Instant finishedAt,
            @Nullable Instant sendingAt,
            int sent,
            @Nullable Instant sentAllAt) {
        public boolean runs() {
            return finishedAt == null || sendingAt != null && sentAllAt == null;
        }

        public String yearLabel() {
            return year + "-" + (year + 1);
        }
    }

    List<Campaign> all() {
        return db.sql(
                        """
                        select school_year as year, opened_at, expected, done, made, finished_at, sending_at, sent, sent_all_at
                          from agreement_campaign order by school_year desc limit 10
                        """)
                .query(Campaign.class)
                .list();
    }

    /** Those who pay and have no convention for this year; not those whose last was terminated. */
    int expected(int year) {
        return db.sql("select count(*) from debtor d where " + WANTED)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    private static final String WANTED =
            """
            not exists (select 1 from agreement a where a.debtor_id = d.id and a.school_year = :year and a.state <> 'ABANDONED')
            and coalesce((select p.state <> 'TERMINATED' from agreement p where p.debtor_id = d.id and p.school_year < :year and p.state <> 'ABANDONED'
                           order by p.school_year desc limit 1), true)
            """;

    /** False when it is already under way. One that has ended begins again, for who came since. */
    boolean open(int year) {
        var expected = expected(year);
        return walls.as(
                        Wall.JOB,
                        () ->
                                db.sql(
                                                """
                                                insert into agreement_campaign as c (school_year, opened_at, expected) values (:year, :now, :expected)
                                                on conflict (school_year) do update set opened_at = :now, expected = :expected, done = 0, made = 0, last_debtor = 0, finished_at = null
                                                 where c.finished_at is not null and (c.sending_at is null or c.sent_all_at is not null)
                                                """)
                                        .param("year", year)
                                        .param("now", now())
                                        .param("expected", expected)
                                        .update())
                == 1;
    }

    /** What is prepared and has a school goes to the towns. False while it is being prepared. */
    boolean send(int year) {
        return walls.as(
                        Wall.JOB,
                        () ->
                                db.sql(
                                                """
                                                update agreement_campaign set sending_at = :now, sent = 0, sent_all_at = null
                                                 where school_year = :year and finished_at is not null and (sending_at is null or sent_all_at is not null)
                                                """)
                                        .param("year", year)
                                        .param("now", now())
                                        .update())
                == 1;
    }

    /** The next hundred, in the transaction of the caller. False when nothing is left to do. */
    boolean advance() {
        var under =
                db.sql(
                                """
                                select school_year as year, last_debtor as last, finished_at is null as prepares from agreement_campaign
                                 where finished_at is null or sending_at is not null and sent_all_at is null
                                 order by school_year limit 1 for update skip locked
                                """)
                        .query(Under.class)
                        .optional();
        under.ifPresent(campaign -> {
            if (campaign.prepares()) prepare(campaign);
            else send(campaign);
            live.changed(TOPIC);
        });
        return under.isPresent();
    }

    private record Under(int year, long last, boolean prepares) {}

    private void prepare(Under campaign) {
        var debtors =
                db.sql(
                                "select d.id from debtor d where d.id > :last and "
                                        + WANTED
                                        + " order by d.id limit "
                                        + AT_ONCE)
                        .param("last", campaign.last())
                        .param("year", campaign.year())
                        .query(Long.class)
                        .list();
        var made =
                db.sql(Drafts.BEGIN + " where d.id = any (:debtors)" + Drafts.NONE_YET)
                        .param("debtors", debtors.toArray(Long[]::new))
                        .param("year", campaign.year())
                        .param("ends", terms.lastDay(campaign.year()))
                        .param("now", now())
                        .query(Long.class)
                        .list();
        if (!made.isEmpty()) drafts.fill(made.toArray(Long[]::new));
        db.sql(
                        """
                        update agreement_campaign set done = done + :done, made = made + :made, last_debtor = :last,
                               finished_at = case when :over then :now::timestamptz end where school_year = :year
                        """)
                .param("done", debtors.size())
                .param("made", made.size())
                .param("last", debtors.isEmpty() ? campaign.last() : debtors.getLast())
                .param("over", debtors.size() < AT_ONCE)
                .param("now", now())
                .param("year", campaign.year())
                .update();
    }

    private void send(Under campaign) {
        var sent =
                db.sql(
                                """
                                update agreement set state = 'SENT', sent_at = :now, template_id = :template, rate_cents = :rate
                                 where id in (select a.id from agreement a where a.school_year = :year and a.state = 'DRAFT'
                                                 and exists (select 1 from agreement_school s where s.agreement_id = a.id) order by a.id limit :most) returning id
                                """)
                        .param("now", now())
                        .param("template", templates.current(campaign.year()))
                        .param("rate", terms.rate(campaign.year()))
                        .param("year", campaign.year())
                        .param("most", AT_ONCE)
                        .query(Long.class)
                        .list();
        for (var agreement : sent)
            facts.publishEvent(new AgreementSent(agreement, null, null, clock.instant()));
        db.sql(
                        "update agreement_campaign set sent = sent + :sent, sent_all_at = case when :over then :now::timestamptz end where school_year = :year")
                .param("sent", sent.size())
                .param("over", sent.size() < AT_ONCE)
                .param("now", now())
                .param("year", campaign.year())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
