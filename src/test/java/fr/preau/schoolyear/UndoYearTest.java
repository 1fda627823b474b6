package fr.preau.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.web.Profile;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** For fifteen days the change is taken back; the year before stays readable. */
class UndoYearTest extends SummerOf2025 {
    @Autowired ForgetYears forget;

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
}
