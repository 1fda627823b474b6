package fr.preau.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.web.Profile;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Marc prepares, shows, applies and undoes the year 2025-2026 in July 2025. */
@School
class YearTest {
    private static final String ELEMENTAIRE = "0341315V";

    /** Everything that a change of year touches, of what lives. */
    private static final String[] STATE = {
        "select 'class', c.id::text, c.kind, c.label, coalesce(c.join_key, ''), c.source, coalesce(c.feed_label, '') from school_class c where school_id = ? and ended_at is null",
        "select 'seat', class_id::text, pupil_id::text, coalesce(entered_on::text, ''), source, '', '' from class_enrolment where school_id = ?",
        "select 'teaching', class_id::text, person_id::text, coalesce(starts_on::text, ''), coalesce(ends_on::text, ''), '', '' from teaching where school_id = ?",
        "select 'refusal', class_id::text, pupil_id::text, at::text, coalesce(by_person_id::text, ''), '', '' from seat_refusal where school_id = ?",
        "select 'level', pupil_id::text, coalesce(level, ''), coalesce(level_label, ''), coalesce(cycle, ''), '', '' from enrolment where school_id = ?",
        "select 'circle', c.id::text, c.kind, coalesce(c.class_id::text, ''), '', '', '' from circle c left join school_class k on k.school_id = c.school_id and k.id = c.class_id where c.school_id = ? and k.ended_at is null",
        "select 'year', year::text, since::text, '', '', '', '' from school_year where school_id = ?"
    };

    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired HikariDataSource pool;
    @Autowired ForgetYears forget;

    private Visitor marc;

    @BeforeEach
    void in_july_2025() {
        clock.setTo(LocalDateTime.of(2025, 7, 5, 9, 0).atZone(School.PARIS).toInstant());
        marc = visitors.as("marc.olivet");
    }

    private Visitor.Answer open() {
        return marc.form(marc.open("/year"), "/year").send();
    }

    private Visitor.Answer show(String to) {
        return marc.form(marc.open("/year"), "/year/preview").fill("shown", to).send();
    }

    private Visitor.Answer apply() {
        return marc.form(marc.open("/year/application"), "/year/application").send();
    }

    private List<String> state() {
        var all = new ArrayList<String>();
        for (var query : STATE)
            all.addAll(
                    rows(
                            query.replace(
                                    "?",
                                    "(select id from structure where uai = '"
                                            + ELEMENTAIRE
                                            + "')")));
        return all.stream().sorted().toList();
    }

    private List<String> rows(String query) {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement();
                var rows = sql.executeQuery(query)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var line = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++)
                    line.append(rows.getString(i)).append('|');
                lines.add(line.toString());
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String one(String query) {
        return rows(query).getFirst().replace("|", "");
    }

    private void change(String statement) {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String pupil(String firstName, String lastName) {
        return one(
                "select id from person where kind = 'PUPIL' and academy = '11' and plain(first_name) = plain('"
                        + firstName
                        + "') and plain(last_name) = plain('"
                        + lastName
                        + "')");
    }

    private String school() {
        return one("select id from structure where uai = '" + ELEMENTAIRE + "'");
    }

    @Test
    void every_pupil_goes_up_one_level_and_the_last_ones_leave() {
        var page = open();
        assertThat(page.words())
                .contains("2025-2026")
                .contains("CP A n’a encore aucun élève")
                .contains("CP A (0)")
                .contains("CE1-CE2 (36)")
                .contains("CM1-CM2 (24)")
                .contains("Quittent l’école (12)")
                .doesNotContain("À placer (");
        var places = marc.open("/year?show=" + place(page, "CE1-CE2"));
        assertThat(places.words()).contains("Yanis Benali").contains("CP puis CE1, vient de CP A");
        assertThat(marc.open("/year?show=leaves").words()).contains("CM2, vient de CM1-CM2");
    }

    /** The key of a place in the links above the pupils. */
    private static String place(Visitor.Answer page, String label) {
        return page.page().select("#pupils .filter").stream()
                .filter(link -> link.text().startsWith(label + " ("))
                .map(link -> link.attr("href").replaceAll(".*show=([a-z0-9]+).*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void in_a_maternelle_the_oldest_leave_for_cp() {
        var nadia = visitors.as("nadia.ferrand");
        assertThat(nadia.form(nadia.open("/year"), "/year").send().words())
                .contains("Coquelicots (12)")
                .contains("Lucioles (22)")
                .contains("Quittent l’école (14)");
    }

    @Test
    void only_those_who_administer_the_school_prepare_its_year() {
        open();
        assertThat(marc.ask("/year").status()).as("the premise").isEqualTo(200);
        var school = school();
        for (var login :
                List.of(
                        "helene.costa",
                        "amina.benali",
                        "yanis.benali",
                        "claude.toulousain",
                        "mireille.castan",
                        "patrick.mazel",
                        "remi.vernet")) {
            var other = visitors.as(login);
            assertThat(other.ask("/year").status())
                    .as(login)
                    .isEqualTo(login.startsWith("claude") ? 200 : 404);
            for (var path :
                    List.of(
                            "/year?school=" + school,
                            "/year/application",
                            "/year/classes/new?school=" + school,
                            "/year/classes/1"))
                assertThat(other.ask(path).status()).as(login + " " + path).isEqualTo(404);
            for (var path :
                    List.of(
                            "/year",
                            "/year/seats",
                            "/year/preview",
                            "/year/abandonment",
                            "/year/application",
                            "/year/undo",
                            "/year/classes/1",
                            "/year/classes/1/removal"))
                assertThat(other.post(path, Map.of("school", school)).status())
                        .as(login + " " + path)
                        .isEqualTo(404);
        }
        var nadia = visitors.as("nadia.ferrand");
        assertThat(nadia.ask("/year").status()).isEqualTo(200);
        assertThat(nadia.ask("/year?school=" + school).status()).isEqualTo(404);
        assertThat(nadia.post("/year/application", Map.of("school", school)).status())
                .isEqualTo(404);
        assertThat(nadia.ask("/year/classes/" + one("select min(id) from year_class")).status())
                .isEqualTo(404);
    }

    @Test
    void a_pupil_who_repeats_stays_in_cp_and_several_move_at_once() {
        var page = open();
        var form =
                marc.form(marc.open("/year?show=" + place(page, "CE1-CE2")), "/year/seats")
                        .add("pupil", pupil("Yanis", "Benali"))
                        .fill("to", place(page, "CP A"))
                        .fill("level", "1121");
        assertThat(form.send().words())
                .contains("Les élèves sont déplacés")
                .contains("CP A (1)")
                .contains("CE1-CE2 (35)");
        assertThat(marc.open("/year?show=" + place(page, "CP A")).words())
                .contains("reste en CP, vient de CP A");
        var all =
                marc.form(marc.open("/year?show=" + place(page, "CE1-CE2")), "/year/seats")
                        .fill("all", "true")
                        .fill("to", "unplaced")
                        .send();
        assertThat(all.words()).contains("À placer (35)").contains("35 élèves sont à placer");
    }

    @Test
    void a_move_of_nobody_or_to_nowhere_loses_nothing() {
        var page = open();
        var nobody = marc.form(page, "/year/seats").fill("to", place(page, "CM1-CM2")).sendOnly();
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.words()).contains("Cochez au moins un élève");
        assertThat(nobody.page().select("#to option[selected]").text()).isEqualTo("CM1-CM2");
        var id = page.page().select("input[name=pupil]").first().val();
        var nowhere = marc.form(page, "/year/seats").add("pupil", id).sendOnly();
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.page().select("input[name=pupil][checked]").val()).isEqualTo(id);
        assertThat(
                        marc.form(page, "/year/seats")
                                .add("pupil", id)
                                .fill("to", "c999999")
                                .sendOnly()
                                .status())
                .isEqualTo(422);
    }

    @Test
    void a_class_is_added_renamed_entrusted_and_removed() {
        open();
        var blank =
                marc.form(marc.open("/year/classes/new"), "/year/classes")
                        .fill("label", "cp a")
                        .add(
                                "teachers",
                                one(
                                        "select id from person where kind = 'STAFF' and plain(last_name) = 'pradal'"))
                        .sendOnly();
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.words())
                .contains("porte déjà ce nom")
                .contains("Cochez au moins un niveau");
        assertThat(blank.page().select("#label").val()).isEqualTo("cp a");
        assertThat(blank.page().select("input[name=teachers][checked]")).hasSize(1);
        var saved =
                marc.form(blank, "/year/classes")
                        .fill("label", "CE1 B")
                        .add("levels", "1122")
                        .send();
        assertThat(saved.words()).contains("CE1 B").contains("CE1 · Julien Pradal nouvelle");
        var path = saved.page().select("#classes a:contains(CE1 B)").attr("href");
        var renamed =
                marc.form(marc.open(path), path)
                        .fill("label", "CE1 bleu")
                        .without("teachers")
                        .send();
        assertThat(renamed.words()).contains("CE1 bleu n’a pas encore d’enseignant");
        assertThat(marc.form(marc.open(path), path + "/removal").send().words())
                .doesNotContain("CE1 bleu");
        assertThat(marc.ask(path).status()).isEqualTo(404);
    }

    @Test
    void each_profile_previews_what_concerns_it_and_only_when_it_is_shown() {
        open();
        var amina = visitors.as("amina.benali");
        var julien = visitors.as("julien.pradal");
        assertThat(amina.ask("/year/preview").status()).isEqualTo(404);
        assertThat(julien.ask("/year/preview").status()).isEqualTo(404);
        assertThat(marc.open("/year/preview").words()).contains("CE1-CE2").contains("Yanis Benali");

        show("STAFF");
        assertThat(amina.ask("/year/preview").status()).isEqualTo(404);
        assertThat(amina.open("/").words()).doesNotContain("2025");
        assertThat(julien.open("/").words()).contains("La rentrée 2025 se répète");
        assertThat(julien.open("/year/preview").words())
                .contains("CE1-CE2")
                .contains("votre classe")
                .contains("Yanis Benali")
                .doesNotContain("CM1-CM2 votre");

        show("FAMILIES");
        assertThat(amina.open("/").words()).contains("La rentrée 2025 se prépare");
        assertThat(amina.open("/year/preview").words())
                .contains(
                        "À la rentrée 2025, Yanis sera en CE1, classe CE1-CE2, avec Julien Pradal.")
                .contains("cela peut encore changer")
                .doesNotContain("Tom");
        assertThat(amina.open("/year/preview").page().select("main").text()).doesNotContain("Inès");
        var yanis = visitors.as("yanis.benali").open("/year/preview");
        assertThat(yanis.words()).contains("tu seras en CE1, classe CE1-CE2, avec Julien Pradal");
        assertThat(yanis.page().body().attr("data-say-page")).contains("tu seras en CE1");
        for (var login :
                List.of(
                        "claude.toulousain",
                        "nadia.ferrand",
                        "mireille.castan",
                        "patrick.mazel",
                        "remi.vernet"))
            assertThat(visitors.as(login).ask("/year/preview").status()).as(login).isEqualTo(404);

        show("NOBODY");
        assertThat(amina.ask("/year/preview").status()).isEqualTo(404);
    }

    @Test
    void applying_says_what_will_happen_and_does_it() {
        open();
        assertThat(marc.open("/year/application").words())
                .contains("3 classes archivées")
                .contains("60 élèves changent de classe")
                .contains("12 élèves quittent l’école");
        assertThat(apply().words())
                .contains("La nouvelle année est en place")
                .contains("dimanche 20 juillet");
        var amina = visitors.as("amina.benali");
        assertThat(amina.open("/").words()).contains("CE1-CE2").doesNotContain("CP A");
        assertThat(amina.open("/liaison").words())
                .as("what was sent to the old class stays with its readers")
                .contains("Sortie à la médiathèque");
        var marcs = marc.open("/liaison/new");
        assertThat(marcs.page().select("label:contains(Familles de CE1-CE2)")).hasSize(1);
        assertThat(marcs.words()).contains("36 familles");
        assertThat(visitors.as("julien.pradal").open("/liaison/new").words())
                .contains("36 familles");
        assertThat(
                        one(
                                "select level_label from enrolment where pupil_id = "
                                        + pupil("Yanis", "Benali")))
                .isEqualTo("CE1");
        assertThat(rows("select 1 from departure")).isEmpty();
        assertThat(one("select year from school_year")).isEqualTo("2025");
        assertThat(marc.open("/journal").words())
                .contains("Changement d’année appliqué")
                .contains("2025-2026 : 3 classes archivées, 60 élèves placés, 12 partis");
    }

    @Test
    void a_second_click_and_a_second_director_change_nothing() throws Exception {
        open();
        var second = visitors.as("marc.olivet", Profile.TEACHER);
        var one = marc.form(marc.open("/year/application"), "/year/application");
        var two = second.form(second.open("/year/application"), "/year/application");
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    people.invokeAll(
                            List.<Callable<Visitor.Answer>>of(one::sendOnly, two::sendOnly));
            for (var answer : answers) assertThat(answer.get().status()).isEqualTo(303);
        }
        var applied = state();
        assertThat(rows("select 1 from audit where action = 'YearApplied'")).hasSize(1);
        assertThat(rows("select 1 from school_class where source = 'LOCAL' and ended_at is null"))
                .hasSize(3);
        assertThat(marc.post("/year/application", Map.of("school", school())).status())
                .isEqualTo(303);
        assertThat(state()).isEqualTo(applied);
    }

    @Test
    void two_rehearsals_are_never_open_at_once() throws Exception {
        var second = visitors.as("marc.olivet", Profile.TEACHER);
        var one = marc.form(marc.open("/year"), "/year");
        var two = second.form(second.open("/year"), "/year");
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    people.invokeAll(
                            List.<Callable<Visitor.Answer>>of(one::sendOnly, two::sendOnly)))
                assertThat(answer.get().status()).isEqualTo(303);
        }
        assertThat(rows("select 1 from year_change")).hasSize(1);
        assertThat(rows("select 1 from year_class where kind = 'CLASS'")).hasSize(3);
    }

    @Test
    void pupils_without_a_place_are_ticked_before() {
        var page = open();
        marc.form(marc.open("/year?show=" + place(page, "CM1-CM2")), "/year/seats")
                .fill("all", "true")
                .fill("to", "unplaced")
                .send();
        var before = state();
        var form = marc.form(marc.open("/year/application"), "/year/application");
        var refused = form.sendOnly();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Des élèves n’ont pas de classe");
        assertThat(state()).isEqualTo(before);
        assertThat(marc.form(refused, "/year/application").fill("unplaced", "true").send().words())
                .contains("La nouvelle année est en place");
    }

    @Test
    void in_winter_the_date_is_ticked_before() {
        clock.setTo(School.TUESDAY);
        marc = visitors.as("marc.olivet", Profile.TEACHER);
        open();
        var refused = marc.form(marc.open("/year/application"), "/year/application").sendOnly();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("La rentrée est encore loin");
    }

    @Test
    void a_change_that_breaks_in_the_middle_has_done_nothing() {
        open();
        var before = state();
        change("alter table teaching add constraint broken check (class_id < 0) not valid");
        assertThat(marc.post("/year/application", Map.of("school", school())).status())
                .isEqualTo(500);
        assertThat(state()).isEqualTo(before);
        change("alter table teaching drop constraint broken");
        assertThat(apply().words()).contains("La nouvelle année est en place");
    }

    @Test
    void going_back_restores_exactly_what_was_even_when_things_moved_since() {
        var school = school();
        // A group of the feed that lives on, one that is closed, a refused seat.
        change(
                """
                insert into school_class (school_id, kind, label, source, join_key) values (%1$s, 'GROUP', 'Théâtre', 'LOCAL', null), (%1$s, 'GROUP', 'Anglais', 'FEED', 'G9');
                insert into class_enrolment (school_id, class_id, pupil_id, source) select e.school_id, c.id, e.pupil_id, 'LOCAL'
                  from enrolment e join school_class c on c.school_id = e.school_id and c.label in ('Théâtre', 'Anglais') where e.school_id = %1$s and e.level in ('1121', '1125');
                insert into seat_refusal (school_id, class_id, pupil_id, at) select e.school_id, c.id, e.pupil_id, '2024-10-01'
                  from enrolment e join school_class c on c.school_id = e.school_id and c.label = 'CP A' where e.school_id = %1$s and e.level = '1125' limit 1;
                insert into circle (school_id, kind, class_id) select school_id, k, id from school_class cross join (values ('CLASS_FAMILIES'), ('CLASS_PUPILS')) v (k) where kind = 'GROUP' and school_id = %1$s on conflict do nothing
                """
                        .formatted(school));
        var before = state();
        var page = open();
        var close =
                page.page()
                        .select("form[action^=/year/groups/]:has(button:contains(Anglais))")
                        .attr("action");
        marc.form(page, close).fill("kept", "false").send();
        apply();
        assertThat(state()).as("the premise").isNotEqualTo(before);
        assertThat(
                        rows(
                                "select 1 from class_enrolment e join school_class c on c.id = e.class_id where c.label = 'Théâtre'"))
                .as("those who leave have left the group that lives on")
                .hasSize(24);

        // Since then: one arrived, one moved, a class was born, the feed made the closed group
        // again.
        change(
                """
                insert into person (academy, join_key, kind, first_name, last_name) values ('11', 'NEW1', 'PUPIL', 'Zoé', 'Nouvelle');
                insert into enrolment (school_id, pupil_id, level, level_label, cycle) select %1$s, id, '1122', 'CE1', '2' from person where join_key = 'NEW1';
                insert into affiliation (school_id, person_id, profile) select %1$s, id, 'PUPIL' from person where join_key = 'NEW1';
                update class_enrolment set class_id = (select id from school_class where label = 'CP A' and ended_at is null) where pupil_id = %2$s
                   and class_id = (select id from school_class where label = 'CE1-CE2' and ended_at is null);
                insert into school_class (school_id, kind, label, source, join_key) values (%1$s, 'CLASS', 'CP B', 'FEED', '9999'), (%1$s, 'GROUP', 'Anglais', 'FEED', 'G9')
                """
                        .formatted(school, pupil("Yanis", "Benali")));
        var undo = marc.open("/year/undo");
        assertThat(undo.words())
                .contains("Zoé Nouvelle arrivé depuis")
                .contains("Yanis Benali a changé de classe depuis")
                .contains("CP B ouverte depuis");
        assertThat(marc.form(undo, "/year/undo").send().words())
                .contains("L’année d’avant est revenue")
                .contains("Reprendre la répétition");
        var zoe = one("select id from person where join_key = 'NEW1'");
        assertThat(state().stream().filter(line -> !line.startsWith("level|" + zoe + "|")).toList())
                .isEqualTo(before);
        assertThat(rows("select 1 from class_enrolment where pupil_id = " + zoe)).isEmpty();
        assertThat(rows("select 1 from past_class")).isEmpty();
        assertThat(marc.open("/journal").words()).contains("Retour à l’année d’avant");

        // The rehearsal comes back as it was, and the newcomer is in it.
        assertThat(open().words()).contains("CE1-CE2 (37)").contains("Zoé Nouvelle");
        assertThat(apply().words()).contains("La nouvelle année est en place");
    }

    @Test
    void after_fifteen_days_there_is_no_way_back() {
        open();
        apply();
        clock.setTo(LocalDateTime.of(2025, 7, 21, 9, 0).atZone(School.PARIS).toInstant());
        var later = visitors.as("marc.olivet", Profile.TEACHER);
        var applied = state();
        assertThat(later.open("/year").words())
                .doesNotContain("Revenir en 2024-2025")
                .contains("Préparer 2026-2027");
        assertThat(later.ask("/year/undo").status()).isEqualTo(404);
        assertThat(later.post("/year/undo", Map.of("school", school())).status()).isEqualTo(303);
        assertThat(state()).isEqualTo(applied);
    }

    @Test
    void in_september_a_school_that_has_not_changed_still_prepares_this_year() {
        clock.setTo(LocalDateTime.of(2025, 9, 4, 8, 0).atZone(School.PARIS).toInstant());
        marc = visitors.as("marc.olivet", Profile.TEACHER);
        assertThat(open().words()).contains("Ce qui reste à faire pour 2025-2026");
        change("update class_enrolment set entered_on = '2025-09-01'");
        var refused = marc.form(marc.open("/year/application"), "/year/application").sendOnly();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("L’annuaire a déjà apporté 2025-2026");
    }

    @Test
    void the_year_before_is_read_by_those_who_were_there() {
        open();
        apply();
        assertThat(marc.open("/year/2024").words())
                .contains("CP A")
                .contains("Hélène Costa")
                .contains("Yanis Benali")
                .contains("CM1-CM2")
                .contains("a quitté l’école");
        var helene = visitors.as("helene.costa");
        assertThat(helene.open("/years").words()).contains("2024-2025");
        assertThat(helene.open("/year/2024").words())
                .contains("CP A")
                .contains("Yanis Benali")
                .doesNotContain("CM1-CM2");
        assertThat(visitors.as("helene.costa", Profile.GUARDIAN).open("/year/2024").words())
                .contains("Tom")
                .contains("CE1-CE2")
                .doesNotContain("Yanis");
        var amina = visitors.as("amina.benali");
        assertThat(amina.open("/").words()).contains("L’année 2024-2025 est finie");
        assertThat(amina.open("/year/2024").words())
                .contains("Yanis Benali")
                .contains("CP A")
                .contains("Hélène Costa")
                .doesNotContain("Tom");
        for (var login :
                List.of(
                        "yanis.benali",
                        "claude.toulousain",
                        "nadia.ferrand",
                        "sofia.reynes",
                        "mireille.castan",
                        "patrick.mazel"))
            assertThat(visitors.as(login).ask("/year/2024").status()).as(login).isEqualTo(404);
        assertThat(marc.ask("/year/2023").status()).isEqualTo(404);
    }

    @Test
    void a_rehearsal_given_up_leaves_no_trace_for_anybody() {
        var before = state();
        open();
        show("FAMILIES");
        assertThat(marc.form(marc.open("/year"), "/year/abandonment").send().words())
                .contains("Rien n’a changé");
        assertThat(visitors.as("amina.benali").ask("/year/preview").status()).isEqualTo(404);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_year_that_is_no_longer_to_be_read_is_forgotten() {
        open();
        apply();
        clock.setTo(LocalDateTime.of(2026, 7, 31, 9, 0).atZone(School.PARIS).toInstant());
        forget.run();
        assertThat(rows("select 1 from past_class where year = 2024")).isNotEmpty();
        clock.setTo(LocalDateTime.of(2026, 8, 1, 9, 0).atZone(School.PARIS).toInstant());
        forget.run();
        assertThat(
                        rows(
                                "select 1 from past_class union all select 1 from past_seat union all select 1 from past_pupil union all select 1 from past_teaching"))
                .isEmpty();
    }

    @Test
    void what_was_sent_in_between_stays_with_its_readers() {
        open();
        apply();
        var julien = visitors.as("julien.pradal");
        var page = julien.open("/liaison/new");
        julien.form(page, "/liaison")
                .fill("title", "Fournitures de la rentrée")
                .fill("text", "Une ardoise et un chiffon.")
                .add("to", page.page().select("input[name=to]").first().val())
                .send();
        var amina = visitors.as("amina.benali");
        assertThat(amina.open("/liaison").words())
                .as("the premise")
                .contains("Fournitures de la rentrée");
        marc.form(marc.open("/year/undo"), "/year/undo").send();
        assertThat(amina.open("/liaison").words())
                .contains("Fournitures de la rentrée")
                .contains("Sortie à la médiathèque");
        assertThat(julien.open("/liaison").words()).contains("Fournitures de la rentrée");
        assertThat(julien.open("/liaison/new").words()).contains("24 familles");
    }

    @Test
    void a_delegated_administrator_prepares_too_and_chooses_among_two_schools() {
        change(
                """
                insert into role (person_id, kind, structure_id, source)
                select p.id, k.kind, s.id, 'LOCAL' from person p, structure s, (values ('TEACHER'), ('ADMINISTRATOR')) k (kind)
                 where p.kind = 'STAFF' and plain(p.last_name) = 'ferrand' and p.academy = '11' and s.uai = '0341315V'
                """);
        var nadia = visitors.as("nadia.ferrand");
        var page = nadia.open("/year?school=" + school());
        assertThat(page.page().select("main .filter")).hasSize(2);
        assertThat(nadia.form(page, "/year").send().words()).contains("CE1-CE2 (36)");
    }
}
