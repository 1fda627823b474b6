package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Exports;
import fr.preau.web.Leaving;
import fr.preau.web.Profile;
import fr.preau.web.View;
import fr.preau.web.Visit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Everybody takes their own data away, at any time (capability L03); for those who have left, it is
 * all that remains (capability B06).
 */
@Controller
class ExportController {
    private final JdbcClient db;
    private final Walls walls;
    private final ObjectProvider<Exports> exports;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ExportController(
            JdbcClient db,
            Walls walls,
            ObjectProvider<Exports> exports,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.exports = exports;
        this.facts = facts;
        this.clock = clock;
    }

    @Leaving
    @GetMapping("/export")
    View show(Actor actor, Visit visit) {
        var leaving = visit.due() == Visit.Due.DEPARTED;
        return new ExportPage(
                leaving,
                actor.profile() == Profile.PUPIL,
                leaving ? endOf(actor.account()) : null,
                LocalDate.now(clock));
    }

    @Leaving
    @GetMapping("/export/archive")
    ResponseEntity<byte[]> take(Actor actor, Visit visit) {
        var archive = Archive.of(visit.name(), LocalDate.now(clock), sections(actor.account()));
        facts.publishEvent(new DoorFact.DataTaken(actor.account(), clock.instant()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("preau-mes-donnees.zip")
                                .build()
                                .toString())
                .body(archive);
    }

    /** Somebody who has left reaches nothing: what is theirs is asked for by their own numbers. */
    private List<Exports.Section> sections(long account) {
        return walls.as(
                Wall.JOB,
                () -> {
                    var persons = personsOf(account);
                    return exports.orderedStream()
                            .flatMap(e -> e.of(account, persons).stream())
                            .toList();
                });
    }

    /** Those who have left included: the others hats of an account do not see them. */
    private long[] personsOf(long account) {
        return db
                .sql(
                        "select person_id from account_person where account_id = :account order by person_id")
                .param("account", account)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private @Nullable LocalDate endOf(long account) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select d.erases_on from account_person ap
                                          join departure d on d.person_id = ap.person_id and d.cancelled_at is null
                                         where ap.account_id = :account order by d.erases_on desc limit 1
                                        """)
                                .param("account", account)
                                .query(LocalDate.class)
                                .optional()
                                .orElse(null));
    }
}
