package fr.preau.vigilance;

import fr.preau.access.DoorSecrets;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.messages.Oversight;
import fr.preau.messages.Oversight.Key;
import fr.preau.vigilance.VigilancePage.Reported;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Messages that somebody is disturbed by (capability D15): a sealed copy, whatever becomes of the
 * message, and what is decided. Whoever reports or wrote it does not decide.
 */
@Component
class Reports {
    private static final int SHOWN = 100;
    private static final int REMEMBERED = 20;

    private static final String SELECT =
            """
            select r.school_id as school, r.id, r.message_id as message, r.reason, r.reported_at, r.decided_at, r.decision, r.above_id is not null as passed_on,
                   (select s.name from structure s where s.id = r.school_id) as place
              from message_report r
             where (r.node_id = any (:nodes) or r.above_id = any (:nodes)) and r.author_id <> all (:own) and coalesce(r.reporter_id <> all (:own), true)
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final Oversight oversight;
    private final Deciders deciders;
    private final DoorSecrets secrets;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Reports(
            JdbcClient db,
            Walls walls,
            Oversight oversight,
            Deciders deciders,
            DoorSecrets secrets,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.oversight = oversight;
        this.deciders = deciders;
        this.secrets = secrets;
        this.facts = facts;
        this.clock = clock;
    }

    enum Decision {
        NOTHING,
        WARNED,
        WITHDRAWN,
        STOPPED
    }

    /** Once by each person; a second time changes nothing. */
    void make(Actor reporter, Key key, String reason, String words) {
        var copy = oversight.copy(key);
        var node =
                deciders.over(
                        List.of(key.school()),
                        Stream.concat(reporter.persons().stream(), Stream.of(copy.authorId()))
                                .toList());
        walls.as(Wall.JOB, () -> insert(reporter, copy, reason, words, node))
                .ifPresent(report ->
                        facts.publishEvent(
                                new MessageReported(
                                        key.school(),
                                        report,
                                        key.message(),
                                        reporter.account(),
                                        reporter.person())));
    }

    private Optional<Long> insert(
            Actor reporter, Oversight.Copy copy, String reason, String words, long node) {
        return db.sql(
                        """
                        insert into message_report (school_id, message_id, reporter_id, author_id, author_name, subject, body, sent_at, recipients, files, seal, reason, words,
                                                    reported_at, node_id)
                        values (:school, :message, :reporter, :author, :name, :subject, :body, :sent_at, :recipients, :files, :seal, :reason, :words, :now, :node)
                        on conflict (school_id, message_id, reporter_id) do nothing returning id
                        """)
                .param("school", copy.school())
                .param("message", copy.message())
                .param("reporter", reporter.person())
                .param("author", copy.authorId())
                .param("name", copy.author())
                .param("subject", copy.subject())
                .param("body", copy.body())
                .param("sent_at", Timestamp.from(copy.sentAt()))
                .param("recipients", copy.recipients())
                .param("files", copy.files().toArray(String[]::new))
                .param(
                        "seal",
                        seal(
                                copy.message(),
                                copy.subject(),
                                copy.body(),
                                copy.sentAt(),
                                copy.recipients(),
                                copy.files()))
                .param("reason", reason)
                .param("words", words)
                .param("now", Timestamp.from(clock.instant()))
                .param("node", node)
                .query(Long.class)
                .optional();
    }

    private byte[] seal(
            long message,
            String subject,
            String body,
            Instant sentAt,
            int recipients,
            List<String> files) {
        return secrets.seal(
                "report",
                String.join(
                        "\u0000",
                        Long.toString(message),
                        subject,
                        body,
                        sentAt.truncatedTo(ChronoUnit.MICROS).toString(),
                        Integer.toString(recipients),
                        String.join(" ", files)));
    }

    /** What this person said about a message, and what became of it. */
    Optional<ReportPage.Mine> of(Actor reporter, long message) {
        return db.sql(
                        """
                        select reason, words, reported_at, decision, decided_at, coalesce(word, '') as word from message_report
                         where message_id = :message and reporter_id = :person
                        """)
                .param("message", message)
                .param("person", reporter.person())
                .query(ReportPage.Mine.class)
                .optional();
    }

    List<Reported> open(Actor actor) {
        return walls.as(
                Wall.JOB,
                () ->
                        ask(
                                        actor,
                                        SELECT
                                                + " and r.decided_at is null order by r.reported_at, r.id limit :shown")
                                .param("shown", SHOWN)
                                .query(Reported.class)
                                .list());
    }

    List<Reported> decided(Actor actor) {
        return walls.as(
                Wall.JOB,
                () ->
                        ask(
                                        actor,
                                        SELECT
                                                + " and r.decided_at is not null order by r.decided_at desc limit :shown")
                                .param("shown", REMEMBERED)
                                .query(Reported.class)
                                .list());
    }

    Optional<Reported> find(Actor actor, long report) {
        return walls.as(
                Wall.JOB,
                () ->
                        ask(actor, SELECT + " and r.id = :report")
                                .param("report", report)
                                .query(Reported.class)
                                .optional());
    }

    private StatementSpec ask(Actor actor, String sql) {
        return db.sql(sql)
                .param("nodes", Deciders.nodesOf(actor))
                .param("own", actor.persons().toArray(Long[]::new));
    }

    /** The copy, and whether its seal still fits. */
    ReportedPage.Frozen frozen(Reported report) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select r.author_id, r.author_name, r.subject, r.body, r.sent_at, r.recipients, r.files, r.seal, r.words, coalesce(r.word, '') as word,
                                               coalesce(p.first_name || ' ' || p.last_name, '') as reporter
                                          from message_report r left join person p on p.id = r.reporter_id where r.school_id = :school and r.id = :id
                                        """)
                                .param("school", report.school())
                                .param("id", report.id())
                                .query((row, n) -> {
                                    var files =
                                            List.of((String[]) row.getArray("files").getArray());
                                    var sentAt = row.getTimestamp("sent_at").toInstant();
                                    return new ReportedPage.Frozen(
                                            row.getLong("author_id"),
                                            row.getString("author_name"),
                                            row.getString("reporter"),
                                            row.getString("subject"),
                                            row.getString("body"),
                                            sentAt,
                                            row.getInt("recipients"),
                                            files,
                                            row.getString("words"),
                                            row.getString("word"),
                                            Arrays.equals(
                                                    row.getBytes("seal"),
                                                    seal(
                                                            report.message(),
                                                            row.getString("subject"),
                                                            row.getString("body"),
                                                            sentAt,
                                                            row.getInt("recipients"),
                                                            files)));
                                })
                                .single());
    }

    /**
     * @param word for whoever reported
     * @param toAuthor for the author, on the message; empty says nothing there
     */
    void decide(
            Actor by,
            Reported report,
            long author,
            Decision decision,
            String word,
            String toAuthor) {
        if (!decided(by, report, decision, word)) return;
        var key = new Key(report.school(), report.message());
        if (!toAuthor.isEmpty()) oversight.warn(key, toAuthor);
        if (decision == Decision.WITHDRAWN || decision == Decision.STOPPED) {
            oversight.withdraw(List.of(key));
            facts.publishEvent(
                    new MessageWithdrawn(key.school(), key.message(), by.account(), by.person()));
        }
        if (decision == Decision.STOPPED)
            oversight.stop(by, author, fr.preau.web.Wording.t("vigilance.report.stop-reason"));
        facts.publishEvent(
                new ReportDecided(
                        report.school(),
                        report.id(),
                        report.message(),
                        decision.name(),
                        by.account(),
                        by.person()));
    }

    private boolean decided(Actor by, Reported report, Decision decision, @Nullable String word) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                                """
                                                update message_report set decision = :decision, decided_by = :person, decided_at = :now, word = :word
                                                 where school_id = :school and id = :id and decided_at is null
                                                """)
                                        .param("decision", decision.name())
                                        .param("person", by.person())
                                        .param("now", Timestamp.from(clock.instant()))
                                        .param("word", word, Types.VARCHAR)
                                        .param("school", report.school())
                                        .param("id", report.id())
                                        .update()
                                == 1);
    }
}
