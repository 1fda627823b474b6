package fr.preau.duplicates;

import fr.preau.feed.DeliveryImported;
import fr.preau.jobs.RecurringWork;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Looks for duplicates after each delivery and a few times a day, a hundred schools at a time. */
@Component
class SearchDuplicates implements RecurringWork {
    private static final int AT_ONCE = 100;

    private final JdbcClient db;
    private final Detection detection;

    SearchDuplicates(JdbcClient db, Detection detection) {
        this.db = db;
        this.detection = detection;
    }

    @Override
    public String name() {
        return "duplicates-search";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        in(
                "select id from structure where kind = 'SCHOOL' and departed_at is null and :academy is not null",
                "");
    }

    @ApplicationModuleListener
    void on(DeliveryImported delivery) {
        in(
                "select id from structure where kind = 'SCHOOL' and departed_at is null and academy = :academy",
                delivery.academy());
    }

    private void in(String schools, String academy) {
        var all =
                db.sql(schools).param("academy", academy).query(Long.class).list().stream()
                        .mapToLong(Long::longValue)
                        .toArray();
        for (var from = 0; from < all.length; from += AT_ONCE)
            detection.search(Arrays.copyOfRange(all, from, Math.min(all.length, from + AT_ONCE)));
    }
}
