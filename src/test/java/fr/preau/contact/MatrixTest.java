package fr.preau.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A director reads the matrix, tries a rule, keeps it and goes back on it. */
@School
class MatrixTest {
    @Autowired Visitors visitors;
    @Autowired Contacts contacts;
    @Autowired Walls walls;
    @Autowired HikariDataSource pool;

    private Somebodies people;
    private long school;
    private long cpA;

    @BeforeEach
    void look_around() {
        people = new Somebodies(pool, walls);
        school = people.number("select id from structure where uai = '0341315V'");
        cpA =
                people.number(
                        "select id from school_class where label = 'CP A' and school_id = "
                                + school);
    }

    private String cell(String from, String to, String choice) {
        return "/contact/cell?school="
                + school
                + "&from="
                + from
                + "&to="
                + to
                + "&choice="
                + choice;
    }

    private Visitor.Answer keep(Visitor marc, String address) {
        return marc.form(marc.open(address), "/contact/rules").send();
    }

    private boolean reaches(String from, Profile hat, String to) {
        var actor = people.actor(from, hat);
        var other = people.id(to);
        return people.within(actor, () -> contacts.verdict(actor, other).isAllowed());
    }

    @Test
    void a_director_reads_the_rule_in_words() {
        assertThat(visitors.as("marc.olivet").open("/tools").words()).contains("Qui écrit à qui");
        assertThat(visitors.as("marc.olivet").open("/contact").words())
                .contains(
                        "ceux des classes de ses enfants",
                        "ses enfants",
                        "personne",
                        "la direction")
                .doesNotContain("Décidé ici");
    }

    @Test
    void nobody_else_finds_it() {
        for (var login :
                new String[] {
                    "helene.costa",
                    "amina.benali",
                    "yanis.benali",
                    "mireille.castan",
                    "patrick.mazel",
                    "remi.vernet"
                }) {
            assertThat(visitors.as(login).open("/contact").status()).as(login).isEqualTo(404);
            assertThat(visitors.as(login).open("/contact/why").status()).as(login).isEqualTo(404);
        }
        assertThat(visitors.as("nadia.ferrand").open("/contact?school=" + school).status())
                .as("another school's direction")
                .isEqualTo(404);
        assertThat(visitors.as("nadia.ferrand").open(cell("GUARDIAN", "TEACHER", "NONE")).status())
                .isEqualTo(404);
    }

    @Test
    void what_is_simulated_is_what_is_then_true() {
        var guardians =
                people.number(
                        """
                        select count(distinct g.guardian_id) from class_enrolment i join guardianship g on g.pupil_id = i.pupil_id
                          join person p on p.id = g.guardian_id and p.departed_at is null where i.class_id = %d
                        """
                                .formatted(cpA));
        var marc = visitors.as("marc.olivet");
        var address = cell("GUARDIAN", "TEACHER", "SAME_SCHOOL") + "&schoolClass=" + cpA;
        assertThat(reaches("GUARDIAN Amina Benali", Profile.GUARDIAN, "STAFF Julien Pradal"))
                .isFalse();

        var tried = marc.open(address).words();
        assertThat(tried)
                .containsPattern(
                        "[0-9]+ responsables de CP A pourront écrire à [0-9]+ enseignants de plus");
        var gaining =
                Long.parseLong(
                        tried.replaceAll(".*?([0-9]+) responsables de CP A pourront.*", "$1"));
        assertThat(gaining).isEqualTo(guardians);
        assertThat(reaches("GUARDIAN Amina Benali", Profile.GUARDIAN, "STAFF Julien Pradal"))
                .as("trying keeps nothing")
                .isFalse();

        assertThat(keep(marc, address).words())
                .contains(
                        "La règle est enregistrée",
                        "Responsables de CP A vers Enseignants",
                        "tous ceux de l’école");
        assertThat(reaches("GUARDIAN Amina Benali", Profile.GUARDIAN, "STAFF Julien Pradal"))
                .isTrue();
        assertThat(reaches("GUARDIAN Thomas Leroy", Profile.GUARDIAN, "STAFF Hélène Costa"))
                .as("Jade is in another class")
                .isFalse();
        assertThat(pairs())
                .isEqualTo(
                        Long.parseLong(tried.replaceAll(".*de [0-9]+ à ([0-9]+) paires.*", "$1")));
        assertThat(marc.open("/journal").words()).contains("Qui écrit à qui : règle changée");
    }

    /** Counted apart from what the screen counts: guardians of CP A × teachers. */
    private long pairs() {
        return people.number(
                """
                select count(*) from (
                    select distinct g.guardian_id, a.person_id from class_enrolment i join guardianship g on g.pupil_id = i.pupil_id
                      join affiliation a on a.school_id = i.school_id and a.profile = 'TEACHER' where i.class_id = %d) x
                """
                        .formatted(cpA));
    }

    @Test
    void a_change_is_undone_and_everything_goes_back_to_usual() {
        var marc = visitors.as("marc.olivet");
        keep(marc, cell("PUPIL", "PUPIL", "NONE"));
        assertThat(reaches("PUPIL Yanis Benali", Profile.PUPIL, "STAFF Hélène Costa")).isTrue();
        var page = marc.open("/contact");
        assertThat(page.words()).contains("Décidé ici", "Annuler");
        var undo = page.page().select("form[action$=/undoing]").attr("action");
        assertThat(marc.form(page, undo).send().words())
                .contains("Le changement est annulé")
                .doesNotContain("Décidé ici");
        assertThat(marc.post(undo, Map.of()).status()).as("only once").isEqualTo(404);

        keep(marc, cell("GUARDIAN", "DIRECTOR", "NONE"));
        keep(marc, cell("PUPIL", "DIRECTOR", "SAME_SCHOOL") + "&schoolClass=" + cpA);
        assertThat(reaches("GUARDIAN Amina Benali", Profile.GUARDIAN, "STAFF Marc Olivet"))
                .isFalse();
        assertThat(reaches("PUPIL Yanis Benali", Profile.PUPIL, "STAFF Marc Olivet")).isTrue();
        assertThat(marc.form(marc.open("/contact"), "/contact/usual").send().words())
                .contains("Toute l’école suit de nouveau la règle de la région")
                .doesNotContain("Décidé ici");
        assertThat(reaches("GUARDIAN Amina Benali", Profile.GUARDIAN, "STAFF Marc Olivet"))
                .isTrue();
        assertThat(reaches("PUPIL Yanis Benali", Profile.PUPIL, "STAFF Marc Olivet")).isFalse();
    }

    @Test
    void the_two_forbidden_ways_cannot_be_opened_by_any_form() {
        var marc = visitors.as("marc.olivet");
        assertThat(marc.open(cell("GUARDIAN", "GUARDIAN", "SAME_CLASS")).words())
                .contains("des parents séparés ne doivent pas se joindre par l’école")
                .doesNotContain("Enregistrer");
        for (var to : new String[] {"GUARDIAN", "PUPIL"})
            for (var choice : new String[] {"SAME_CLASS", "SAME_SCHOOL"}) {
                var answer =
                        marc.post(
                                "/contact/rules",
                                Map.of(
                                        "school",
                                        Long.toString(school),
                                        "schoolClass",
                                        Long.toString(cpA),
                                        "from",
                                        "GUARDIAN",
                                        "to",
                                        to,
                                        "choice",
                                        choice));
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.words()).contains("Aucune école ne peut l’ouvrir");
            }
        assertThat(people.number("select count(*) from contact_rule")).isZero();
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        people.change(
                                "insert into contact_rule (school_id, from_profile, to_profile, scope, allowed) values (%d, 'GUARDIAN', 'GUARDIAN', 'SAME_CLASS', true)"
                                        .formatted(school)))
                .as("not even by hand in the database")
                .hasMessageContaining("foreign key");
    }

    @Test
    void a_form_of_another_school_or_of_no_sense_changes_nothing() {
        var nadia = visitors.as("nadia.ferrand");
        var fields =
                Map.of(
                        "school",
                        Long.toString(school),
                        "from",
                        "GUARDIAN",
                        "to",
                        "TEACHER",
                        "choice",
                        "SAME_SCHOOL");
        assertThat(nadia.post("/contact/rules", fields).status()).isEqualTo(404);
        var marc = visitors.as("marc.olivet");
        assertThat(
                        marc.post(
                                        "/contact/rules",
                                        Map.of(
                                                "school",
                                                Long.toString(school),
                                                "from",
                                                "X",
                                                "to",
                                                "Y"))
                                .status())
                .isEqualTo(404);
        assertThat(
                        marc.post(
                                        "/contact/rules",
                                        Map.of(
                                                "school",
                                                Long.toString(school),
                                                "from",
                                                "GUARDIAN",
                                                "to",
                                                "TEACHER",
                                                "choice",
                                                "EVERYBODY"))
                                .status())
                .isEqualTo(422);
        assertThat(marc.post("/contact/changes/999/undoing", Map.of()).status()).isEqualTo(404);
        assertThat(people.number("select count(*) from contact_rule")).isZero();
        assertThat(marc.post("/contact/rules", fields).status()).as("the premise").isEqualTo(303);
    }

    @Test
    void why_answers_both_ways_with_its_rule() {
        var marc = visitors.as("marc.olivet");
        var amina = people.id("GUARDIAN Amina Benali");
        var helene = people.id("STAFF Hélène Costa");
        var karim = people.id("GUARDIAN Karim Benali");
        assertThat(marc.open("/contact/why?from=" + amina + "&to=" + helene).words())
                .contains(
                        "Amina Benali peut écrire à Hélène Costa",
                        "Par la classe CP A, celle de Yanis.",
                        "Règle de la région. Responsables : ceux des classes de ses enfants.",
                        "Hélène Costa peut écrire à Amina Benali");
        assertThat(marc.open("/contact/why?from=" + amina + "&to=" + karim).words())
                .contains(
                        "Amina Benali ne peut pas écrire à Karim Benali",
                        "Aucune école ne peut l’ouvrir");
        var julien = people.id("STAFF Julien Pradal");
        assertThat(marc.open("/contact/why?from=" + amina + "&to=" + julien).words())
                .contains(
                        "Amina Benali ne peut pas écrire à Julien Pradal",
                        "La règle de la région ne l’ouvre pas");
        var elsewhere = people.id("STAFF Lucie Barthès");
        assertThat(marc.open("/contact/why?from=" + amina + "&to=" + elsewhere).status())
                .isEqualTo(404);
        assertThat(marc.open("/contact/why?from=999999999").status()).isEqualTo(404);
    }
}
