package fr.preau.departures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.web.Leaving;
import fr.preau.web.Profile;
import fr.preau.web.Public;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Those who have left come in to take their data away, and for nothing else. */
@School
class LeaversDoorTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired RequestMappingHandlerMapping mapping;
    private Leaves leaves;

    @Autowired
    void leaves(ApplicationContext context) {
        leaves = new Leaves(context);
    }

    @Test
    void a_guardian_who_has_left_sees_the_day_on_which_the_account_ends() {
        leaves.depart(leaves.person("GUARDIAN", "Thomas Leroy"));
        clock.moveBy(Duration.ofDays(6));
        var thomas = visitors.stranger();
        var page = leaves.signIn(thomas, "thomas.leroy");
        assertThat(page.path()).isEqualTo("/export");
        assertThat(page.words())
                .contains(
                        "Votre compte s’arrête le lundi 9 décembre (dans 84 jours).",
                        "Vous pouvez encore emporter vos données.",
                        "Télécharger mes données");
        assertThat(page.page().select(".rail, .topbar__bell, .menu")).isEmpty();
    }

    @Test
    void every_other_page_leads_there_and_no_act_is_done() {
        leaves.depart(leaves.person("GUARDIAN", "Thomas Leroy"));
        var thomas = visitors.stranger();
        leaves.signIn(thomas, "thomas.leroy");
        assertThat(thomas.ask("/export").status()).as("the premise").isEqualTo(200);
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (!handler.getBeanType().getName().startsWith("fr.preau")
                            || handler.hasMethodAnnotation(Public.class)
                            || handler.hasMethodAnnotation(Leaving.class)) return;
                    var path = info.getPatternValues().iterator().next();
                    path =
                            path.replaceAll("\\{year:.*}$", "2023")
                                    .replaceAll("\\{\\w+:.*}(?=/removal|$)", "new")
                                    .replaceAll("\\{\\w+}", "1");
                    var answer =
                            info.getMethodsCondition().getMethods().toString().contains("POST")
                                    ? thomas.post(path, Map.of("child", "1"))
                                    : thomas.ask(path);
                    assertThat(answer.status()).as(path).isEqualTo(303);
                    assertThat(answer.location()).as(path).isEqualTo("/export");
                });
        assertThat(thomas.form(thomas.open("/export"), "/sign-out").send().words())
                .contains("Vous êtes déconnecté.");
    }

    @Test
    void a_session_that_is_open_closes_on_the_export() {
        var julien = visitors.as("julien.pradal");
        assertThat(julien.open("/liaison").path()).isEqualTo("/liaison");
        leaves.depart(leaves.person("STAFF", "Julien Pradal"));
        clock.moveBy(Duration.ofSeconds(4));
        assertThat(julien.open("/liaison").path()).isEqualTo("/export");
    }

    @Test
    void a_child_who_has_left_is_told_so_simply_and_the_card_opens_nothing() {
        leaves.depart(leaves.person("PUPIL", "Tom Costa"), leaves.person("PUPIL", "Yanis Benali"));
        assertThat(leaves.signIn(visitors.stranger(), "tom.costa").words())
                .contains("Ton compte s’arrête le lundi 9 décembre (dans 90 jours).");
        assertThat(visitors.stranger().open("/cards/carte-de-yanis-benali-demo").words())
                .contains("Demande à ta maîtresse");
    }

    @Test
    void whoever_has_a_second_factor_still_gives_it() {
        leaves.depart(leaves.person("STAFF", "Nadia Ferrand"));
        var nadia = visitors.stranger();
        assertThat(leaves.signIn(nadia, "nadia.ferrand").path()).startsWith("/second-factor");
        assertThat(nadia.open("/export").path()).startsWith("/second-factor");
    }

    @Test
    void one_adult_with_two_roles_keeps_the_other() {
        leaves.depart(leaves.person("PUPIL", "Tom Costa"));
        assertThat(
                        leaves.number(
                                "select count(*) from person where last_name ilike 'costa' and kind = 'GUARDIAN' and departed_at is not null"))
                .as("nobody else to answer for")
                .isEqualTo(1);
        var helene = visitors.as("helene.costa", Profile.TEACHER);
        assertThat(helene.open("/").words())
                .contains("Un mot aux familles")
                .doesNotContain("Parent de");
    }

    @Test
    void the_file_reads_without_preau_and_holds_ones_own_data_only() throws Exception {
        var amina = visitors.as("amina.benali");
        var note = amina.open("/liaison").page().select("a[href~=/liaison/[0-9]+]").attr("href");
        amina.form(amina.open(note), note + "/reply")
                .fill("text", "Yanis aura <b>sa gourde</b>.")
                .send();
        assertThat(amina.open("/export").words())
                .contains("Mes données", "Télécharger mes données")
                .doesNotContain("s’arrête");
        var files = leaves.archiveOf(amina);
        assertThat(files.keySet())
                .contains(
                        "index.html",
                        "identity.json",
                        "children.json",
                        "charter.json",
                        "sessions.json",
                        "sign-ins.json",
                        "notes-received.json");
        assertThat(files.get("index.html"))
                .contains(
                        "Les données d’Amina Benali",
                        "amina.benali",
                        "Yanis",
                        "mère",
                        "Sortie à la médiathèque",
                        "&lt;b&gt;sa gourde&lt;/b&gt;")
                .doesNotContain("Thomas", "Chloé", "href=", "<script");
        assertThat(files.get("notes-received.json"))
                .contains("\"child\" : \"Yanis\"", "T", "sa gourde");
    }

    @Test
    void those_who_have_left_take_what_they_received_and_sent() throws Exception {
        leaves.depart(
                leaves.person("GUARDIAN", "Thomas Leroy"),
                leaves.person("STAFF", "Julien Pradal"),
                leaves.person("STAFF", "Hélène Costa"));
        var thomas = visitors.stranger();
        leaves.signIn(thomas, "thomas.leroy");
        assertThat(leaves.archiveOf(thomas).get("index.html"))
                .contains("Cross de l’école", "Jade")
                .doesNotContain("médiathèque", "Yanis");
        var helene = visitors.as("helene.costa");
        clock.moveBy(Duration.ofSeconds(4));
        assertThat(leaves.archiveOf(helene).get("notes-sent.json"))
                .contains("Sortie à la médiathèque")
                .doesNotContain("Yanis");
    }
}
