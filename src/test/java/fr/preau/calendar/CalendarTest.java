package fr.preau.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Reach;
import fr.preau.database.Walls;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class CalendarTest {
    @Autowired Visitors visitors;
    @Autowired Calendar calendar;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;

    private static final LocalDate WEDNESDAY = LocalDate.of(2024, 9, 11);

    private long school(String uai) {
        return db.sql("select id from structure where uai = :uai")
                .param("uai", uai)
                .query(Long.class)
                .single();
    }

    private SchoolCalendar of(String uai) {
        var school = school(uai);
        return walls.within(new Reach(0, List.of(), List.of(school)), () -> calendar.of(school));
    }

    private Visitor.Answer decide(
            Visitor visitor, String kind, String from, String to, String why) {
        return visitor.form(visitor.open("/calendar/school"), "/calendar/school/days")
                .fill("kind", kind)
                .fill("from", from)
                .fill("to", to)
                .fill("reason", why)
                .send();
    }

    @Test
    void the_official_dates_of_three_years_are_there_for_every_zone() {
        var elementaire = of("0341315V");
        for (var date :
                List.of("2024-10-21", "2025-02-15", "2026-02-21", "2027-02-08", "2027-05-07"))
            assertThat(elementaire.isSchoolDay(LocalDate.parse(date))).as(date).isFalse();
        for (var date :
                List.of("2024-11-04", "2025-03-03", "2026-03-09", "2027-02-22", "2026-09-01"))
            assertThat(elementaire.isSchoolDay(LocalDate.parse(date))).as(date).isTrue();
        assertThat(db.sql("select count(*) from official_break").query(Long.class).single())
                .isEqualTo(45);
    }

    @Test
    void everybody_of_the_school_reads_its_calendar_with_what_comes() {
        for (var login : List.of("helene.costa", "marc.olivet", "thomas.leroy"))
            assertThat(visitors.as(login).open("/calendar").words())
                    .as(login)
                    .contains(
                            "Calendrier de l’école",
                            "septembre 2024",
                            "Vacances de la Toussaint",
                            "Du samedi 19 octobre au dimanche 3 novembre 2024");
    }

    @Test
    void a_guardian_of_two_schools_chooses_between_them_by_the_children() {
        var amina = visitors.as("amina.benali");
        var page = amina.open("/calendar");
        assertThat(page.words()).contains("Yanis", "Inès");
        var links = page.page().select("nav[aria-label=Écoles] a");
        assertThat(links).hasSize(2);
        assertThat(amina.open(links.last().attr("href")).status()).isEqualTo(200);
    }

    @Test
    void a_pupil_is_told_in_words_and_holidays_are_announced_when_they_are_near() {
        assertThat(visitors.as("jade.leroy").open("/calendar").words())
                .contains("Aujourd’hui, il y a école.", "Demain, il n’y a pas école.")
                .doesNotContain("Les vacances commencent");
        clock.moveBy(Duration.ofDays(30));
        assertThat(visitors.as("yanis.benali").open("/calendar").words())
                .contains("Les vacances commencent dans 9 jours.");
        clock.moveBy(Duration.ofDays(12));
        assertThat(visitors.as("tom.costa").open("/calendar").words())
                .contains("L’école reprend lundi 4 novembre.");
    }

    @Test
    void a_pupil_finds_the_days_of_school_from_home_reading_or_not() {
        for (var login : List.of("jade.leroy", "ines.benali"))
            assertThat(visitors.as(login).open("/").page().select("a[href=/calendar]").text())
                    .contains("Mes jours d’école");
    }

    @Test
    void a_director_closes_the_school_and_families_see_it_at_once() {
        var marc = visitors.as("marc.olivet");
        var kept = decide(marc, "CLOSED", "2024-09-12", "2024-09-13", "Journée de formation");
        assertThat(kept.words())
                .contains("Le calendrier de l’école est à jour.", "Journée de formation");
        assertThat(visitors.as("thomas.leroy").open("/calendar?view=weeks").words())
                .contains("Journée de formation");
        assertThat(of("0341315V").isSchoolDay(LocalDate.of(2024, 9, 12))).isFalse();
        assertThat(of("0340289E").isSchoolDay(LocalDate.of(2024, 9, 12)))
                .as("the other school")
                .isTrue();
        assertThat(marc.open("/journal").words())
                .contains("Fermeture ou jour travaillé ajouté au calendrier");

        var button = kept.page().select("button[name=decision]").attr("value");
        var restored =
                marc.form(kept, "/calendar/school/days/removal").add("decision", button).send();
        assertThat(restored.words())
                .contains("suivent de nouveau le calendrier officiel")
                .doesNotContain("Journée de formation");
        assertThat(of("0341315V").isSchoolDay(LocalDate.of(2024, 9, 12))).isTrue();
    }

    @Test
    void a_working_wednesday_is_added() {
        decide(visitors.as("marc.olivet"), "WORKING", "2024-09-11", "", "Rattrapage du pont");
        assertThat(of("0341315V").isSchoolDay(WEDNESDAY)).isTrue();
        assertThat(visitors.as("helene.costa").open("/calendar").words())
                .contains("Rattrapage du pont", "Jour travaillé en plus");
    }

    @Test
    void what_is_wrong_is_said_and_nothing_typed_is_lost() {
        var marc = visitors.as("marc.olivet");
        var page = decide(marc, "CLOSED", "2024-09-13", "2024-09-12", "Pont des vendanges");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.words()).contains("Le dernier jour vient avant le premier.");
        assertThat(page.page().select("#reason").attr("value")).isEqualTo("Pont des vendanges");
        assertThat(decide(marc, "CLOSED", "pas une date", "", "").words())
                .contains("Choisissez le premier jour.", "Écrivez pourquoi");
        assertThat(decide(marc, "CLOSED", "1999-01-01", "", "Vieux").status()).isEqualTo(422);
    }

    @Test
    void a_director_sets_four_days_and_a_half_from_a_date_on() {
        var marc = visitors.as("marc.olivet");
        var page = marc.open("/calendar/school");
        assertThat(page.words()).contains("24 h de classe par semaine");
        var form =
                marc.form(page, "/calendar/school/week")
                        .fill("open-3-MORNING", "on")
                        .fill("opens-3-MORNING", "09:00")
                        .fill("closes-3-MORNING", "12:00")
                        .fill("from", "2024-09-18");
        assertThat(form.send().words()).contains("La semaine de l’école est enregistrée.");
        assertThat(of("0341315V").isSchoolDay(WEDNESDAY)).isFalse();
        assertThat(
                        of("0341315V")
                                .hours(WEDNESDAY.plusWeeks(1), HalfDay.MORNING)
                                .orElseThrow()
                                .opens())
                .hasToString("09:00");
    }

    @Test
    void a_week_whose_hours_go_backwards_is_refused_and_shown_again() {
        var marc = visitors.as("marc.olivet");
        var page =
                marc.form(marc.open("/calendar/school"), "/calendar/school/week")
                        .fill("closes-1-MORNING", "08:00")
                        .send();
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.words())
                .contains("Lundi, Matin : l’heure de fermeture doit suivre l’heure d’ouverture.");
        assertThat(page.page().select("#closes-1-MORNING").attr("value")).isEqualTo("08:00");
        var empty = marc.post("/calendar/school/week", Map.of("from", "2024-09-18"));
        assertThat(empty.words()).contains("Cochez au moins une demi-journée de classe.");
    }

    @Test
    void only_who_administers_a_school_decides_for_it() {
        assertThat(visitors.as("marc.olivet").open("/calendar/school").status())
                .as("the premise")
                .isEqualTo(200);
        for (var login :
                List.of(
                        "helene.costa",
                        "thomas.leroy",
                        "jade.leroy",
                        "patrick.mazel",
                        "mireille.castan"))
            assertThat(visitors.as(login).open("/calendar/school").status())
                    .as(login)
                    .isEqualTo(404);
        var other = Long.toString(school("0341315V"));
        assertThat(
                        visitors.as("nadia.ferrand")
                                .post(
                                        "/calendar/school/days",
                                        Map.of(
                                                "school",
                                                other,
                                                "kind",
                                                "CLOSED",
                                                "from",
                                                "2024-09-12",
                                                "reason",
                                                "Non"))
                                .status())
                .isEqualTo(404);
        assertThat(of("0341315V").isSchoolDay(LocalDate.of(2024, 9, 12))).isTrue();
    }

    @Test
    void an_inspector_reads_the_schools_of_the_perimeter_and_no_other() {
        var patrick = visitors.as("patrick.mazel");
        var found = patrick.open("/calendar?q=exupery");
        assertThat(found.words()).contains("Exupéry");
        assertThat(patrick.open("/calendar?school=" + school("0341315V")).words())
                .contains("septembre 2024");
        var elsewhere =
                db.sql("select id from structure where kind = 'SCHOOL' and academy = '16' limit 1")
                        .query(Long.class)
                        .single();
        assertThat(patrick.open("/calendar?school=" + elsewhere).status()).isEqualTo(404);
        assertThat(
                        visitors.as("helene.costa")
                                .open("/calendar?school=" + school("0340289E"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void the_region_writes_the_official_dates_and_nobody_else() {
        var isabelle = visitors.as("isabelle.roques");
        var page = isabelle.open("/calendar/official?zone=C&year=2024");
        assertThat(page.words()).contains("Zone C", "Vacances de la Toussaint", "Montpellier");
        var form = isabelle.form(page, "/calendar/official");
        assertThat(form.value("AUTUMN-from")).isEqualTo("2024-10-19");
        assertThat(form.fill("AUTUMN-from", "2024-10-18").send().words())
                .contains("Les dates officielles sont enregistrées.");
        assertThat(of("0341315V").isSchoolDay(LocalDate.of(2024, 10, 18))).isFalse();
        page = isabelle.open("/calendar/official?zone=C&year=2024");
        var wrong =
                isabelle.form(page, "/calendar/official").fill("WINTER-from", "2024-12-01").send();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#WINTER-from").attr("value")).isEqualTo("2024-12-01");
        for (var login : List.of("patrick.mazel", "odile.fabre", "marc.olivet"))
            assertThat(visitors.as(login).open("/calendar/official").status())
                    .as(login)
                    .isEqualTo(404);
    }

    @Test
    void a_year_fits_on_paper() {
        assertThat(visitors.as("thomas.leroy").open("/calendar/print").words())
                .contains(
                        "Année scolaire 2024-2025",
                        "juillet 2025",
                        "Vacances de printemps",
                        "Ascension");
    }
}
