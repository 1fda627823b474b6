package fr.preau.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.AccountWork;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Appointments;
import fr.preau.web.RoleKind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class DelegationTest {
    private static final Duration REMEMBERED = Duration.ofSeconds(4);

    @Autowired Visitors visitors;
    @Autowired AccountWork accounts;
    @Autowired EndWithPost endWithPost;
    @Autowired Walls walls;
    @Autowired Appointments appointments;
    @Autowired School.SettableClock clock;
    @Autowired JdbcClient db;

    private Visitor.Answer entrust(String login, String to, String what, String until) {
        return filled(login, to, what, until).send();
    }

    private Visitor.Form filled(String login, String to, String what, String until) {
        var visitor = visitors.as(login);
        var page = visitor.open("/delegations/new");
        return visitor.form(page, "/delegations")
                .fill("person", option(page, "#person", to))
                .fill("scope", option(page, "#scope", what))
                .fill("until", until);
    }

    private static String option(Visitor.Answer page, String field, String words) {
        return page.page().select(field + " option").stream()
                .filter(option -> option.text().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not offered"))
                .attr("value");
    }

    /** Julien has proved a second factor, so that only his rights decide. */
    private Visitor julien() {
        accounts.giveDemoSecondFactor("julien.pradal", "JBSWY3DPEHPK3PXP");
        return visitors.as("julien.pradal");
    }

    private long school(String uai) {
        return db.sql("select id from structure where uai = :uai")
                .param("uai", uai)
                .query(Long.class)
                .single();
    }

    private void later() {
        clock.moveBy(REMEMBERED);
    }

    private String takenBack(String login) {
        var visitor = visitors.as(login);
        var page = visitor.open("/delegations");
        var action = page.page().select("form[action$=revocation]").attr("action");
        visitor.form(page, action).send();
        later();
        return action;
    }

    @Test
    void marc_entrusts_his_school_to_julien_and_takes_it_back() {
        var julien = julien();
        assertThat(julien.ask("/switches").status()).isEqualTo(404);
        assertThat(julien.ask("/journal").status()).isEqualTo(404);
        assertThat(julien.open("/pupils").words()).doesNotContain("Yanis");

        var done = entrust("marc.olivet", "Julien Pradal", "administration", "2024-09-13");
        assertThat(done.words())
                .contains(
                        "Julien Pradal",
                        "toute l’administration",
                        "accordée par Marc Olivet",
                        "jusqu’au vendredi 13 septembre 2024");
        later();
        assertThat(julien.open("/pupils").words()).contains("Yanis");
        assertThat(julien.open("/tools").words()).contains("Services ouverts");
        assertThat(julien.ask("/switches").status()).isEqualTo(200);
        assertThat(julien.open("/journal").words()).contains("Délégation accordée");

        takenBack("marc.olivet");
        assertThat(visitors.as("marc.olivet").open("/delegations").words())
                .contains("Rien n’est confié", "retirée par Marc Olivet le mardi 10 septembre");
        for (var path : List.of("/switches", "/journal"))
            assertThat(julien.ask(path).status()).as(path).isEqualTo(404);
        assertThat(julien.open("/pupils").words()).contains("CE1").doesNotContain("Yanis");
    }

    @Test
    void it_reaches_no_other_school_and_is_not_handed_on() {
        var julien = julien();
        entrust("marc.olivet", "Julien Pradal", "administration", "2024-09-13");
        later();
        assertThat(julien.ask("/switches?school=" + school("0341315V")).status()).isEqualTo(200);
        assertThat(julien.ask("/switches?school=" + school("0340289E")).status()).isEqualTo(404);
        assertThat(julien.open("/journal").words())
                .contains("Hélène Costa")
                .doesNotContain("Lucie");
        for (var path : List.of("/delegations", "/delegations/new"))
            assertThat(julien.ask(path).status()).as(path).isEqualTo(404);
    }

    @Test
    void a_delegate_protects_their_account_before_anything_else() {
        var julien = visitors.as("julien.pradal");
        assertThat(julien.ask("/").status()).isEqualTo(200);
        entrust("marc.olivet", "Julien Pradal", "administration", "2024-09-13");
        later();
        assertThat(julien.ask("/").location()).startsWith("/second-factor");
    }

    @Test
    void it_ends_by_itself_within_seconds_of_its_last_day() {
        clock.setTo(LocalDateTime.of(2024, 9, 13, 23, 58).atZone(School.PARIS).toInstant());
        var julien = julien();
        entrust("marc.olivet", "Julien Pradal", "administration", "2024-09-13");
        later();
        assertThat(julien.ask("/switches").status()).isEqualTo(200);
        clock.setTo(LocalDateTime.of(2024, 9, 14, 0, 0, 1).atZone(School.PARIS).toInstant());
        assertThat(julien.ask("/switches").status()).isEqualTo(404);
        assertThat(visitors.as("marc.olivet").open("/delegations").words())
                .contains("Rien n’est confié", "terminée le vendredi 13 septembre 2024");
    }

    @Test
    void somebody_who_leaves_for_another_school_leaves_the_delegation_behind() {
        var julien = julien();
        entrust("marc.olivet", "Julien Pradal", "administration", "2025-06-30");
        later();
        assertThat(julien.ask("/switches").status()).isEqualTo(200);
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        update role set structure_id = :maternelle where kind = 'TEACHER' and person_id = (
                                            select person_id from role where kind = 'ADMINISTRATOR')
                                        """)
                                .param("maternelle", school("0340289E"))
                                .update());
        later();
        assertThat(julien.ask("/switches").status()).isEqualTo(404);
        walls.as(Wall.DIRECTORY, () -> endWithPost.merged("11"));
        assertThat(visitors.as("marc.olivet").open("/delegations").words())
                .contains("Rien n’est confié", "terminée avec son poste");
        assertThat(visitors.as("marc.olivet").open("/journal").words())
                .contains("Délégation retirée");
    }

    @Test
    void a_class_is_entrusted_as_its_teacher_has_it() {
        var julien = visitors.as("julien.pradal");
        assertThat(julien.open("/liaison/new").words()).doesNotContain("CP A");
        entrust("marc.olivet", "Julien Pradal", "CP A", "2024-09-20");
        later();
        assertThat(julien.open("/pupils").words()).contains("Yanis");
        assertThat(julien.open("/liaison/new").words()).contains("CP A");
        assertThat(julien.ask("/switches").status()).isEqualTo(404);

        takenBack("marc.olivet");
        assertThat(julien.open("/liaison/new").words()).contains("CE1").doesNotContain("CP A");
    }

    @Test
    void what_is_wrong_is_said_and_what_was_typed_stays() {
        var marc = visitors.as("marc.olivet");
        var late = entrust("marc.olivet", "Julien Pradal", "CP A", "2025-09-01");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.words()).contains("au plus tard à la fin de l’année scolaire");
        assertThat(marc.form(late, "/delegations").value("until")).isEqualTo("2025-09-01");
        assertThat(late.page().select("#person option[selected]").text()).contains("Julien Pradal");
        assertThat(late.page().select("#scope option[selected]").text()).contains("CP A");
        assertThat(entrust("marc.olivet", "Julien Pradal", "CP A", "2024-09-09").words())
                .contains("Ce jour est passé");
        assertThat(entrust("marc.olivet", "Julien Pradal", "CP A", "demain").words())
                .contains("Donnez le dernier jour");
        assertThat(entrust("marc.olivet", "Choisir", "CP A", "2024-09-13").words())
                .contains("Choisissez à qui");
        assertThat(entrust("marc.olivet", "Julien Pradal", "CE1", "2024-09-13").words())
                .contains("Cette personne l’a déjà");
        assertThat(marc.open("/delegations").words()).contains("Rien n’est confié");
    }

    @Test
    void a_replacement_holds_nothing_longer_than_the_replacement_lasts() {
        var zoe = appointments.welcome("Zoé", "Roux");
        var friday = LocalDate.of(2024, 9, 13);
        appointments.appoint(zoe, RoleKind.SUBSTITUTE, school("0341315V"), null, friday);
        assertThat(entrust("marc.olivet", "Zoé Roux", "administration", "2024-09-14").words())
                .contains("aura quitté son poste");
        assertThat(entrust("marc.olivet", "Zoé Roux", "administration", "2024-09-13").words())
                .contains("Zoé Roux", "jusqu’au vendredi 13 septembre");
    }

    @Test
    void nothing_goes_to_oneself_to_somebody_of_elsewhere_or_from_elsewhere() {
        var page = visitors.as("marc.olivet").open("/delegations/new");
        assertThat(page.page().select("#person").text())
                .contains("Julien Pradal")
                .doesNotContain("Marc Olivet", "Lucie Barthès", "Amina");
        var nadia = visitors.as("nadia.ferrand").open("/delegations/new");
        var lucie = option(nadia, "#person", "Lucie Barthès");
        var theirs = option(nadia, "#scope", "administration");
        assertThat(
                        filled("marc.olivet", "Julien Pradal", "administration", "2024-09-13")
                                .fill("person", lucie)
                                .send()
                                .words())
                .contains("Cette personne ne travaille pas là");
        assertThat(
                        filled("marc.olivet", "Julien Pradal", "administration", "2024-09-13")
                                .fill("scope", theirs)
                                .send()
                                .status())
                .isEqualTo(422);
        assertThat(visitors.as("nadia.ferrand").open("/delegations").words())
                .contains("Rien n’est confié");
    }

    @Test
    void another_direction_takes_nothing_back() {
        entrust("marc.olivet", "Julien Pradal", "CP A", "2024-09-20");
        var page = visitors.as("marc.olivet").open("/delegations");
        var action = page.page().select("form[action$=revocation]").attr("action");
        for (var login : List.of("nadia.ferrand", "helene.costa", "odile.fabre", "amina.benali"))
            assertThat(visitors.as(login).post(action, Map.of()).status()).as(login).isEqualTo(404);
        assertThat(visitors.as("marc.olivet").open("/delegations").words())
                .contains("Julien Pradal")
                .doesNotContain("Rien n’est confié");
    }

    @Test
    void odile_entrusts_her_department_to_the_inspector_and_takes_it_back() {
        var patrick = visitors.as("patrick.mazel");
        assertThat(patrick.open("/perimeter").page().select("h1").text()).contains("Béziers");
        entrust("odile.fabre", "Patrick Mazel", "Hérault", "2024-12-20");
        later();
        assertThat(patrick.open("/perimeter").words())
                .contains("Vous avez plusieurs périmètres", "Hérault");
        takenBack("odile.fabre");
        assertThat(patrick.open("/perimeter").page().select("h1").text()).contains("Béziers");
    }

    @Test
    void nobody_of_the_academie_entrusts_more_than_their_own_tree() {
        var odile = visitors.as("odile.fabre").open("/delegations/new");
        assertThat(odile.page().select("#scope").text())
                .contains("Hérault", "Béziers")
                .doesNotContain("Occitanie", "Garonne", "Volvestre");
        assertThat(odile.page().select("#person").text())
                .contains("Patrick Mazel", "Samira Haddad")
                .doesNotContain("Odile Fabre", "Isabelle Roques", "Mireille", "Marc Olivet");
        var department = option(odile, "#scope", "Hérault");
        assertThat(
                        filled("patrick.mazel", "Samira Haddad", "ziers", "2024-12-20")
                                .fill("scope", department)
                                .send()
                                .status())
                .isEqualTo(422);
        assertThat(entrust("patrick.mazel", "Samira Haddad", "ziers", "2024-12-20").words())
                .contains("Cette personne l’a déjà");
        for (var login : List.of("samira.haddad", "denis.aubrac", "anne.seguy", "mireille.castan"))
            assertThat(visitors.as(login).ask("/delegations").status()).as(login).isEqualTo(404);
    }
}
