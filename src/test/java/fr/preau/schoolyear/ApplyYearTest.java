package fr.preau.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.web.Profile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The year is changed, once, whole or not at all. */
class ApplyYearTest extends SummerOf2025 {
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
}
