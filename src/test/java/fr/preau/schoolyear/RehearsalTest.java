package fr.preau.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.web.Profile;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Marc prepares the year 2025-2026: nobody sees it, and nothing changes but his plan. */
class RehearsalTest extends SummerOf2025 {
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
