package fr.preau.disputes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Procedures and their steps, behind the wall of whoever asks: that of the convention. */
@Component
class Disputes {
    private static final String COLUMNS =
            "d.id, d.agreement_id, d.opener, d.opened_on, d.conciliation_months, d.termination_days, d.court_months, d.court, d.closed_at";

    private static final String STEPS =
            """
            select s.id, s.dispute_id, s.kind, s.party, s.on_day, s.meets_on, s.number, s.words, s.about, s.made_at,
                   exists (select 1 from dispute_step b where b.about = s.id and b.kind = 'TAKEN_BACK') as taken_back
              from dispute_step s where s.dispute_id = any (:ids) order by s.id
            """;

    private final JdbcClient db;
    private final Clock clock;

    Disputes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A procedure in a list: whose convention, which year. */
    record Listed(
            Dispute dispute,
            String debtor,
            String reference,
            int year,
            LocalDate effectOn,
            LocalDate endsOn,
            boolean inForce) {}

    Optional<Dispute> find(long id) {
        return db.sql("select " + COLUMNS + " from dispute d where d.id = :id")
                .param("id", id)
                .query((row, n) -> dispute(row))
                .optional();
    }

    /** Nobody else adds to it until this transaction ends. */
    void lock(Dispute dispute) {
        db.sql("select id from dispute where id = :id for update")
                .param("id", dispute.id())
                .query(Long.class)
                .single();
    }

    List<Step> steps(long dispute) {
        return db.sql(STEPS).param("ids", new long[] {dispute}).query(Step.class).list();
    }

    Map<Long, List<Step>> steps(List<Long> disputes) {
        return db.sql(STEPS).param("ids", disputes.toArray(Long[]::new)).query(Step.class).stream()
                .collect(Collectors.groupingBy(Step::disputeId));
    }

    /** The latest first, older than {@code before}. */
    List<Listed> list(boolean running, long before, int most) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + """
                                , a.debtor_name, a.reference, a.school_year, a.effect_on, a.ends_on, a.state = 'SIGNED' and a.ends_on >= :today as in_force
                                  from dispute d join agreement a on a.id = d.agreement_id
                                 where (d.closed_at is null) = :running and d.id < :before order by d.id desc limit :most
                                """)
                .param("today", LocalDate.now(clock))
                .param("running", running)
                .param("before", before)
                .param("most", most)
                .query((row, n) ->
                        new Listed(
                                dispute(row),
                                row.getString("debtor_name"),
                                row.getString("reference"),
                                row.getInt("school_year"),
                                row.getObject("effect_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                row.getBoolean("in_force")))
                .list();
    }

    /**
     * Conventions in force about which no procedure runs, found by the name of the commune or by
     * the beginning of their reference.
     */
    List<OpeningPage.Choice> free(String words, int most) {
        return db.sql(
                        """
                        select a.id, a.debtor_name as debtor, a.reference, a.school_year as year from agreement a
                         where a.state = 'SIGNED' and a.ends_on >= :today and not exists (select 1 from dispute d where d.agreement_id = a.id and d.closed_at is null)
                           and (strpos(lower(a.debtor_name), lower(:words)) > 0 or starts_with(a.reference, :words))
                         order by a.school_year desc, a.debtor_name, a.id limit :most
                        """)
                .param("today", LocalDate.now(clock))
                .param("words", words)
                .param("most", most)
                .query(OpeningPage.Choice.class)
                .list();
    }

    /** One of them, whatever became of it. */
    Optional<OpeningPage.Choice> choice(long agreement) {
        return db.sql(
                        "select id, debtor_name as debtor, reference, school_year as year from agreement where id = :id")
                .param("id", agreement)
                .query(OpeningPage.Choice.class)
                .optional();
    }

    /** The procedure that runs about this convention. */
    Optional<Long> running(long agreement) {
        return db.sql(
                        "select id from dispute where agreement_id = :agreement and closed_at is null")
                .param("agreement", agreement)
                .query(Long.class)
                .optional();
    }

    /** With the delays of today; empty when one runs about this convention already. */
    Optional<Dispute> open(long agreement, Party opener, Delays delays) {
        return db.sql(
                        """
                        insert into dispute as d (agreement_id, opener, opened_on, conciliation_months, termination_days, court_months, court, opened_at)
                        values (:agreement, :opener, :today, :conciliation, :termination, :court_months, :court, :now)
                        on conflict (agreement_id) where closed_at is null do nothing returning
                        """
                                + COLUMNS)
                .param("agreement", agreement)
                .param("opener", opener.name())
                .param("today", LocalDate.now(clock))
                .param("conciliation", delays.conciliationMonths())
                .param("termination", delays.terminationDays())
                .param("court_months", delays.courtMonths())
                .param("court", delays.court())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> dispute(row))
                .optional();
    }

    /** What somebody says that happened. */
    record Entry(
            StepKind kind,
            @Nullable Party party,
            LocalDate day,
            @Nullable LocalDate meetsOn,
            String number,
            String words,
            @Nullable Long about) {
        static Entry of(StepKind kind, @Nullable Party party, LocalDate day) {
            return new Entry(kind, party, day, null, "", "", null);
        }
    }

    /** Adds a step, and returns its number. */
    long add(Dispute dispute, Entry entry) {
        return db.sql(
                        """
                        insert into dispute_step (dispute_id, agreement_id, kind, party, on_day, meets_on, number, words, about, made_at)
                        values (:dispute, :agreement, :kind, :party, :day, :meets, :number, :words, :about, :now) returning id
                        """)
                .param("dispute", dispute.id())
                .param("agreement", dispute.agreementId())
                .param("kind", entry.kind().name())
                .param("party", entry.party() == null ? null : entry.party().name(), Types.VARCHAR)
                .param("day", entry.day())
                .param("meets", entry.meetsOn(), Types.DATE)
                .param("number", entry.number())
                .param("words", entry.words())
                .param("about", entry.about(), Types.BIGINT)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** It is over, or it runs again after an end that was a mistake. */
    void close(Dispute dispute, boolean closed) {
        db.sql("update dispute set closed_at = :at where id = :id")
                .param("at", closed ? Timestamp.from(clock.instant()) : null, Types.TIMESTAMP)
                .param("id", dispute.id())
                .update();
    }

    /** For work that goes through all of them; in the order of their numbers. */
    List<Dispute> runningAfter(long last, int most) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from dispute d where d.closed_at is null and d.id > :last order by d.id limit :most")
                .param("last", last)
                .param("most", most)
                .query((row, n) -> dispute(row))
                .list();
    }

    private static Dispute dispute(ResultSet row) throws SQLException {
        var closed = row.getTimestamp("closed_at");
        Instant closedAt = closed == null ? null : closed.toInstant();
        return new Dispute(
                row.getLong("id"),
                row.getLong("agreement_id"),
                Party.valueOf(row.getString("opener")),
                row.getObject("opened_on", LocalDate.class),
                new Delays(
                        row.getInt("conciliation_months"),
                        row.getInt("termination_days"),
                        row.getInt("court_months"),
                        row.getString("court")),
                closedAt);
    }
}
