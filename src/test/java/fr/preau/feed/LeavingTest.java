package fr.preau.feed;

import static fr.preau.feed.AafFolder.guardian;
import static fr.preau.feed.AafFolder.pupil;
import static fr.preau.feed.AafFolder.school;
import static fr.preau.feed.AafFolder.staff;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Absence in a full delivery is a departure, unless it looks like an accident. */
class LeavingTest extends FeedDatabase {
    private String[] pupils(int from, int to, String school) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        pupil(
                                "" + i,
                                school,
                                "Nom" + i,
                                "ENTEleveAutoriteParentale=" + (1000 + i) + "$10"))
                .toArray(String[]::new);
    }

    private String[] guardians(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> guardian("" + (1000 + i), "Nom" + i))
                .toArray(String[]::new);
    }

    /** Two schools of twenty and ten pupils, less the first ones, and their guardians. */
    private void whole(AafFolder delivery, int firstPupil, int firstGuardian) {
        delivery.with("EtabEducNat", school("101", "0341315V"), school("102", "0340289E"))
                .with(
                        "Eleve",
                        Stream.concat(
                                        Stream.of(pupils(firstPupil, 21, "101")),
                                        Stream.of(pupils(21, 31, "102")))
                                .toArray(String[]::new))
                .with("PersRelEleve", guardians(firstGuardian, 31))
                .with(
                        "PersEducNat",
                        staff("500", "Olivet", "ENTPersonFonctions=101$ENS$ENSEIGNEMENT$G0000$X"));
    }

    private void thirty() {
        whole(delivery(), 1, 1);
        imported();
    }

    @Test
    void a_guardian_delivered_without_a_child_who_stays_goes_on_leaving() {
        thirty();
        for (var day : new String[] {"20240909", "20240916"}) {
            whole(new AafFolder(folder.resolve(day), "ENTOCC_MONTPELLIER_Complet_" + day), 2, 1);
            importedFrom(folder.resolve(day), ImportOptions.USUAL);
            assertThat(
                            read(
                                    "select string_agg(join_key, ' ' order by join_key) from person where departed_at is not null"))
                    .as(day)
                    .isEqualTo("1 1001");
            assertThat(
                            count(
                                    "departure d join person p on p.id = d.person_id and p.join_key = '1001'"))
                    .as(day)
                    .isOne();
        }
    }

    private AafFolder next() {
        return new AafFolder(folder.resolve("next"), "ENTOCC_MONTPELLIER_Complet_20240909");
    }

    private ImportReport importNext(ImportOptions options) {
        return importedFrom(folder.resolve("next"), options);
    }

    @Test
    void whoever_is_absent_leaves_with_a_delay_and_nothing_is_erased() {
        thirty();
        whole(next(), 2, 2);
        assertThat(importNext(ImportOptions.USUAL).text())
                .contains("2 personnes quittent l'annuaire");
        assertThat(
                        read(
                                "select string_agg(join_key, ' ' order by join_key) from person where departed_at is not null"))
                .isEqualTo("1 1001");
        assertThat(
                        read(
                                "select string_agg(distinct (erases_on - (departed_at at time zone 'Europe/Paris')::date)::text, ' ') from departure"))
                .isEqualTo("90");
        assertThat(count("enrolment")).isEqualTo(30);
    }

    @Test
    void a_full_delivery_speaks_only_for_the_schools_that_it_contains() {
        thirty();
        next().with("EtabEducNat", school("102", "0340289E"))
                .with("Eleve", pupils(21, 31, "102"))
                .with("PersRelEleve", guardians(21, 31))
                .with(
                        "PersEducNat",
                        staff("501", "Pradal", "ENTPersonFonctions=102$ENS$ENSEIGNEMENT$G0000$X"));
        importNext(ImportOptions.USUAL);
        assertThat(count("person where departed_at is not null")).isZero();
    }

    @Test
    void a_delivery_that_shrinks_too_much_stops_and_asks() {
        thirty();
        next().with("EtabEducNat", school("101", "0341315V"), school("102", "0340289E"))
                .with(
                        "Eleve",
                        Stream.concat(
                                        Stream.of(pupils(11, 21, "101")),
                                        Stream.of(pupils(21, 31, "102")))
                                .toArray(String[]::new))
                .with("PersRelEleve", guardians(11, 31))
                .with(
                        "PersEducNat",
                        staff("500", "Olivet", "ENTPersonFonctions=101$ENS$ENSEIGNEMENT$G0000$X"));
        var out = new ByteArrayOutputStream();
        assertThat(command(out)).isEqualTo(ImportCommand.STOPPED);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("ARRÊT", "10 élèves sur 30 partiraient (33 %)", "--accept-shrink");
        assertThat(count("person where departed_at is not null")).isZero();
        assertThat(read("select state from feed_run order by id desc limit 1"))
                .isEqualTo("STOPPED");
        assertThat(command(out, "--accept-shrink")).isEqualTo(ImportCommand.DONE);
        assertThat(count("person where departed_at is not null")).isEqualTo(20);
    }

    @Test
    void an_emptied_delivery_stops() {
        thirty();
        next().with("EtabEducNat", school("101", "0341315V"), school("102", "0340289E"))
                .with("Eleve")
                .with("PersRelEleve")
                .with("PersEducNat");
        assertThat(importNext(ImportOptions.USUAL).fate()).isEqualTo(ImportReport.Fate.STOPPED);
        next().with("EtabEducNat").with("Eleve").with("PersRelEleve").with("PersEducNat");
        assertThat(importNext(ImportOptions.USUAL).fate()).isEqualTo(ImportReport.Fate.STOPPED);
        assertThat(count("person where departed_at is not null")).isZero();
    }

    @Test
    void what_a_cut_file_does_not_say_is_no_departure() {
        thirty();
        next().with("EtabEducNat", school("101", "0341315V"), school("102", "0340289E"))
                .raw(
                        "ENTOCC_MONTPELLIER_Complet_20240909_Eleve_0000.xml",
                        AafFolder.HEAD + String.join("", pupils(1, 16, "101")),
                        StandardCharsets.UTF_8)
                .with("PersRelEleve", guardians(1, 31))
                .with(
                        "PersEducNat",
                        staff("500", "Olivet", "ENTPersonFonctions=101$ENS$ENSEIGNEMENT$G0000$X"));
        assertThat(importNext(ImportOptions.USUAL).broken()).hasSize(1);
        assertThat(count("person where departed_at is not null")).isZero();
    }

    @Test
    void a_rehearsal_says_everything_and_writes_nothing() {
        thirty();
        next().with("EtabEducNat", school("101", "0341315V"), school("102", "0340289E"))
                .with(
                        "Eleve",
                        Stream.concat(
                                        Stream.of(pupils(2, 22, "101")),
                                        Stream.of(pupils(22, 31, "102")))
                                .toArray(String[]::new))
                .with("PersRelEleve", guardians(2, 31))
                .with(
                        "PersEducNat",
                        staff("500", "Olivet", "ENTPersonFonctions=101$ENS$ENSEIGNEMENT$G0000$X"));
        var before = read("select string_agg(xmin::text, ' ' order by id) from person");
        var report = importNext(ImportOptions.USUAL.rehearsed());
        assertThat(report.text()).contains("ESSAI À BLANC", "2 personnes quittent");
        assertThat(read("select string_agg(xmin::text, ' ' order by id) from person"))
                .isEqualTo(before);
        assertThat(importNext(ImportOptions.USUAL).changes()).isEqualTo(report.changes());
    }

    @Test
    void a_departure_that_was_cancelled_holds_until_the_feed_agrees() {
        thirty();
        next().with("EtabEducNat", school("101", "0341315V"), school("102", "0340289E"))
                .with(
                        "Eleve",
                        Stream.concat(
                                        Stream.of(pupils(2, 21, "101")),
                                        Stream.of(pupils(21, 31, "102")))
                                .toArray(String[]::new))
                .with("PersRelEleve", guardians(2, 31))
                .with(
                        "PersEducNat",
                        staff("500", "Olivet", "ENTPersonFonctions=101$ENS$ENSEIGNEMENT$G0000$X"));
        importNext(ImportOptions.USUAL);
        write("update person set departed_at = null where join_key in ('1', '1001')");
        write("update departure set cancelled_at = now()");
        importNext(ImportOptions.USUAL.forced());
        assertThat(count("person where departed_at is not null")).isZero();
    }

    private void write(String sql) {
        walls.as(fr.preau.database.Wall.DIRECTORY, () -> db.sql(sql).update());
    }

    private int command(ByteArrayOutputStream out, String... more) {
        var args =
                Stream.concat(Stream.of(folder.resolve("next").toString()), Stream.of(more))
                        .toList();
        return new ImportCommand(imports)
                .run(
                        args,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(OutputStreamNull.INSTANCE));
    }

    private static final class OutputStreamNull extends java.io.OutputStream {
        static final OutputStreamNull INSTANCE = new OutputStreamNull();

        @Override
        public void write(int b) {}
    }
}
