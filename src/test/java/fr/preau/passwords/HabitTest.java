package fr.preau.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each académie chooses what it asks of passwords, by those who administer it. */
@School
class HabitTest {
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired TestDoor door;
    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;

    private long academy(String code) {
        return db.sql("select id from structure where kind = 'ACADEMY' and academy = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private Visitor.Answer choose(
            Visitor who, String academy, String habit, String guardians, String from) {
        var page = who.open("/passwords?academy=" + academy(academy));
        var form = who.form(page, "/passwords").fill("habit", habit).fill("from", from);
        return (guardians.isEmpty() ? form : form.fill("guardians", guardians)).send();
    }

    private List<String> journal() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select action || ' ' || subject from audit where action like 'PasswordHabit%' order by id")
                                .query(String.class)
                                .list());
    }

    private String asked(String login) {
        return visitors.as(login).open("/security/password").words();
    }

    @Test
    void both_rules_are_read_side_by_side_and_the_one_in_force_is_said() {
        var page = visitors.as("isabelle.roques").open("/passwords");
        assertThat(page.words())
                .contains("Règle de Préau En vigueur")
                .contains("Aucun mélange imposé.")
                .contains("Jamais à remplacer parce que le temps passe.")
                .contains("Règle de l’académie")
                .contains("4 sortes de signes")
                .contains("Pas l’un des 3 derniers mots de passe.")
                .contains("À remplacer tous les 3 ans");
        assertThat(
                        visitors.as("isabelle.roques")
                                .open("/tools")
                                .page()
                                .select("a[href=/passwords]"))
                .isNotEmpty();
    }

    @Test
    void an_academie_chooses_from_a_day_on_and_the_other_is_left_alone() {
        var isabelle = visitors.as("isabelle.roques");
        var kept = choose(isabelle, "16", "ACADEMY", "", "2024-09-10");
        assertThat(kept.words())
                .contains("Le choix est enregistré.")
                .contains("Règle de l’académie En vigueur")
                .contains("Pour les enseignants, les directions et l’encadrement.")
                .contains("Depuis aujourd’hui, choisie par Isabelle Roques");
        assertThat(asked("claude.toulousain")).contains("dont une minuscule");
        assertThat(asked("helene.costa")).doesNotContain("dont une minuscule");
        assertThat(isabelle.open("/passwords?academy=" + academy("11")).words())
                .contains("Règle de Préau En vigueur");
        assertThat(journal())
                .containsExactly(
                        "PasswordHabitChosen academy " + academy("16") + " ACADEMY 2024-09-10");
    }

    @Test
    void a_planned_choice_is_taken_back_and_one_that_has_begun_is_not() {
        var isabelle = visitors.as("isabelle.roques");
        var planned = choose(isabelle, "11", "ACADEMY", "true", "2024-09-12");
        assertThat(planned.words())
                .contains("Règle de Préau En vigueur")
                .contains("À partir de jeudi 12 septembre")
                .contains("et les familles");
        assertThat(isabelle.form(planned, "/passwords/undo").send().words())
                .contains("Le choix prévu est annulé.")
                .doesNotContain("jeudi 12 septembre");
        var again = choose(isabelle, "11", "ACADEMY", "true", "2024-09-12");
        clock.moveBy(Duration.ofDays(2));
        var later = visitors.stranger();
        later.cookie("preau", door.enter("isabelle.roques"));
        later.post(
                "/passwords/undo", Map.of("academy", "" + academy("11"), "choice", number(again)));
        assertThat(later.open("/passwords?academy=" + academy("11")).words())
                .as("it has begun")
                .contains("Règle de l’académie En vigueur");
        assertThat(choose(later, "11", "USUAL", "", "2024-09-12").words())
                .contains("Règle de Préau En vigueur");
        assertThat(journal()).hasSize(4);
    }

    private static String number(Visitor.Answer page) {
        return page.page().select("[action=/passwords/undo] [name=choice]").val();
    }

    @Test
    void a_choice_without_a_rule_or_with_a_day_gone_by_is_refused_and_kept_on_the_page() {
        var isabelle = visitors.as("isabelle.roques");
        var past = choose(isabelle, "11", "ACADEMY", "true", "2024-09-09");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.words()).contains("aujourd’hui ou plus tard");
        assertThat(past.page().select("input[name=from]").val()).isEqualTo("2024-09-09");
        assertThat(past.page().select("input[name=guardians][checked]")).isNotEmpty();
        assertThat(choose(isabelle, "11", "", "", "").words())
                .contains("Choisissez une règle.")
                .contains("Donnez le jour");
        assertThat(choose(isabelle, "11", "ACADEMY", "", "2224-09-10").words())
                .contains("deux ans au plus");
        assertThat(journal()).isEmpty();
    }

    @Test
    void the_assistance_looks_at_its_academie_and_chooses_nothing() {
        var denis = visitors.as("denis.aubrac");
        var page = denis.open("/passwords");
        assertThat(page.words()).contains("Règle de Préau").contains("Montpellier");
        assertThat(page.page().select("form[action^=/passwords]")).isEmpty();
        assertThat(denis.ask("/passwords?academy=" + academy("16")).status()).isEqualTo(404);
        assertThat(denis.post("/passwords", sent("11")).status()).isEqualTo(404);
    }

    private Map<String, String> sent(String academy) {
        return Map.of("academy", "" + academy(academy), "habit", "ACADEMY", "from", "2024-09-10");
    }

    @Test
    void nobody_else_chooses() {
        assertThat(visitors.as("isabelle.roques").post("/passwords", sent("11")).status())
                .as("the premise: she does")
                .isEqualTo(303);
        for (var login :
                List.of(
                        "marc.olivet",
                        "patrick.mazel",
                        "odile.fabre",
                        "samira.haddad",
                        "mireille.castan",
                        "amina.benali",
                        "remi.vernet")) {
            assertThat(visitors.as(login).ask("/passwords").status()).as(login).isEqualTo(404);
            assertThat(visitors.as(login).post("/passwords", sent("11")).status())
                    .as(login)
                    .isEqualTo(404);
        }
        assertThat(journal()).hasSize(1);
    }

    @Test
    void whoever_administers_one_academie_chooses_for_it_alone() throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute(
                    """
                    insert into role (person_id, structure_id, kind, source)
                    select ap.person_id, s.id, 'PERIMETER_ADMINISTRATOR', 'LOCAL' from account a join account_person ap on ap.account_id = a.id, structure s
                     where a.login = 'odile.fabre' and s.kind = 'ACADEMY' and s.academy = '11'
                    """);
        }
        var odile = visitors.as("odile.fabre", Profile.SUPERVISION);
        assertThat(choose(odile, "11", "ACADEMY", "", "2024-09-10").words())
                .contains("choisie par Odile Fabre");
        assertThat(odile.post("/passwords", sent("16")).status()).isEqualTo(404);
    }
}
