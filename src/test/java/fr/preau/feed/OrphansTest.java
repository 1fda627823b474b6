package fr.preau.feed;

import static fr.preau.feed.AafFolder.change;
import static fr.preau.feed.AafFolder.guardian;
import static fr.preau.feed.AafFolder.pupil;
import static fr.preau.feed.AafFolder.school;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Superuser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An import checks no key and cascades nothing: what points to a row that it deletes, it takes away
 * itself.
 */
class OrphansTest extends FeedDatabase {
    private static final String CLASS = "ENTPersonClasses=%d$11$ORDINAIRE$50001$CP A";

    /** For each foreign key, the rows that point to nothing. */
    private static final String KEYS =
            """
            select format('%s: ', c.conname) as name,
                   format('select count(*) from %s r where %s and not exists (select 1 from %s t where %s)', c.conrelid::regclass,
                          string_agg(format('r.%I is not null', a.attname), ' and '), c.confrelid::regclass,
                          string_agg(format('t.%I = r.%I', b.attname, a.attname), ' and ')) as counts
              from pg_constraint c cross join lateral unnest(c.conkey, c.confkey) k (mine, theirs)
              join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.mine
              join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.theirs
             where c.contype = 'f' and c.connamespace = 'public'::regnamespace
             group by c.conname, c.conrelid, c.confrelid
            """;

    private List<String> orphans() throws SQLException {
        var found = new ArrayList<String>();
        var keys = 0;
        try (var all = Superuser.connect(source, "preau");
                var sql = all.createStatement();
                var one = all.createStatement();
                var rows = sql.executeQuery(KEYS)) {
            while (rows.next()) {
                keys++;
                try (var counted = one.executeQuery(rows.getString("counts"))) {
                    counted.next();
                    if (counted.getLong(1) > 0)
                        found.add(rows.getString("name") + counted.getLong(1));
                }
            }
        }
        assertThat(keys).as("the premise: keys are looked at").isGreaterThan(50);
        return found;
    }

    private void write(String... statements) throws SQLException {
        try (var all = Superuser.connect(source, "preau");
                var sql = all.createStatement()) {
            for (var statement : statements) sql.execute(statement);
        }
    }

    private AafFolder next(String nature) {
        return new AafFolder(folder.resolve("next"), "ENTOCC_MONTPELLIER_" + nature + "_20240909");
    }

    private void importNext() {
        importedFrom(folder.resolve("next"), ImportOptions.USUAL);
    }

    private void inesInHerSchool(String... more) {
        delivery()
                .with("EtabEducNat", school("101", "0341315V"), school("102", "0340289E"))
                .with(
                        "Eleve",
                        Stream.concat(
                                        Stream.of(pupil("1", "101", "Benali", more)),
                                        IntStream.range(2, 9)
                                                .mapToObj(i -> pupil("" + i, "101", "Nom" + i)))
                                .toArray(String[]::new))
                .with("PersRelEleve", guardian("1001", "Benali"));
        imported();
    }

    @Test
    void a_pupil_who_moves_leaves_no_place_in_the_year_that_is_prepared() throws SQLException {
        inesInHerSchool("ENTEleveAutoriteParentale=1001$10");
        write(
                "insert into year_change (school_id, year, state, opened_at, opened_by) select e.school_id, 2025, 'REHEARSAL', now(), e.pupil_id from enrolment e join person p on p.id = e.pupil_id and p.join_key = '1'",
                "insert into year_seat (school_id, change_id, pupil_id, leaves) select c.school_id, c.id, c.opened_by, false from year_change c");
        next("Delta").with("Eleve", change("Eleve", "1", "ENTPersonStructRattach=102"));
        importNext();
        assertThat(
                        read(
                                "select t.join_key from enrolment e join person p on p.id = e.pupil_id and p.join_key = '1' join structure t on t.id = e.school_id"))
                .isEqualTo("102");
        assertThat(count("year_seat")).isZero();
        assertThat(orphans()).isEmpty();
    }

    @Test
    void a_delivery_that_takes_everything_away_leaves_no_orphan() throws SQLException {
        inesInHerSchool("ENTEleveAutoriteParentale=1001$10", CLASS.formatted(101));
        next("Complet")
                .with("EtabEducNat", school("101", "0341315V"), school("102", "0340289E"))
                .with("Eleve", pupil("1", "102", "Benali"))
                .with("PersRelEleve", guardian("1001", "Benali"));
        importedFrom(folder.resolve("next"), ImportOptions.USUAL.accepted());
        assertThat(count("person where departed_at is not null")).isPositive();
        assertThat(orphans()).isEmpty();
    }

    @Test
    void a_school_ahead_of_the_feed_keeps_the_pupils_of_its_neighbour() throws SQLException {
        inesInHerSchool(CLASS.formatted(102));
        assertThat(count("enrolment e join person p on p.id = e.pupil_id and p.join_key = '1'"))
                .isEqualTo(2);
        write(
                "insert into school_year (school_id, year, since) select id, 2025, now() from structure where join_key = '102'");
        next("Complet")
                .with("EtabEducNat", school("101", "0341315V"), school("102", "0340289E"))
                .with(
                        "Eleve",
                        Stream.concat(
                                        Stream.of(
                                                pupil("1", "101", "Benali", CLASS.formatted(102))),
                                        IntStream.range(2, 9)
                                                .mapToObj(i -> pupil("" + i, "101", "Nom" + i)))
                                .toArray(String[]::new))
                .with("PersRelEleve", guardian("1001", "Benali"));
        importNext();
        assertThat(count("enrolment e join person p on p.id = e.pupil_id and p.join_key = '1'"))
                .isEqualTo(2);
        assertThat(count("class_enrolment")).isOne();
    }

    @Test
    void a_first_delivery_without_one_of_its_schools_enters_without_its_people() {
        delivery()
                .with("EtabEducNat", school("101", "0341315V"))
                .with(
                        "Eleve",
                        IntStream.range(1, 9)
                                .mapToObj(i ->
                                        pupil(
                                                "" + i,
                                                i == 1 ? "101" : "999",
                                                "Nom" + i,
                                                "ENTEleveAutoriteParentale=" + (1000 + i) + "$10"))
                                .toArray(String[]::new))
                .with(
                        "PersRelEleve",
                        IntStream.range(1, 9)
                                .mapToObj(i -> guardian("" + (1000 + i), "Nom" + i))
                                .toArray(String[]::new));
        var report = imported();
        assertThat(report.fate()).isEqualTo(ImportReport.Fate.IMPORTED);
        assertThat(read("select string_agg(join_key, ' ' order by join_key) from person"))
                .isEqualTo("1 1001");
    }
}
