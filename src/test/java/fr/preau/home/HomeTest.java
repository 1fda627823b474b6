package fr.preau.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.web.Profile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@School
class HomeTest {
    @Autowired Visitors visitors;

    @Test
    void amina_sees_both_children_and_what_waits_for_each() {
        var home = visitors.as("amina.benali").open("/");
        assertThat(home.words())
                .contains(
                        "Yanis",
                        "Inès",
                        "2 signatures vous attendent.",
                        "Sortie à la médiathèque",
                        "Photographie de classe");
    }

    @Test
    void what_is_signed_in_place_takes_the_count_of_the_greeting_along() {
        var home = visitors.as("amina.benali").open("/").page();
        var swapped = home.select("form[action$=signature]").attr("data-inline").split(" ");
        assertThat(swapped).contains("to-sign");
        assertThat(java.util.Arrays.stream(swapped).map(home::getElementById).toList())
                .doesNotContainNull()
                .anyMatch(part -> part.text().equals("2 signatures vous attendent."));
    }

    @Test
    void amina_sees_both_children_even_with_nothing_to_do() {
        var amina = visitors.as("amina.benali");
        for (var home = amina.open("/");
                !home.page().select("form[action$=signature]").isEmpty();
                home = amina.open("/")) {
            amina.form(home, home.page().select("form[action$=signature]").first().attr("action"))
                    .send();
        }
        assertThat(amina.open("/").words()).contains("Rien ne vous attend.", "Yanis", "Inès");
    }

    @Test
    void helene_sees_her_class_and_who_has_not_signed() {
        assertThat(visitors.as("helene.costa").open("/").words())
                .contains("CP A", "Sortie à la médiathèque", "0 sur 24", "Un mot aux familles");
    }

    @Test
    void helene_as_a_mother_sees_tom_and_not_her_class() {
        assertThat(visitors.as("helene.costa", Profile.GUARDIAN).open("/").words())
                .contains("Tom")
                .doesNotContain("Un mot aux familles");
    }

    @Test
    void the_town_hall_sees_its_schools_and_no_pupil_not_even_a_number() {
        var home = visitors.as("mireille.castan").open("/");
        assertThat(home.words())
                .contains("Cazouls", "2 écoles", "0340289E", "0341315V")
                .doesNotContain("élèves", "Yanis");
    }

    @Test
    void the_inspector_sees_the_numbers_of_the_circonscription() {
        assertThat(visitors.as("patrick.mazel").open("/").words())
                .contains("0341315V", "élèves")
                .doesNotContain("Yanis");
    }

    @Test
    void a_child_who_cannot_read_hears_the_home() {
        var home = visitors.as("ines.benali").open("/");
        assertThat(home.page().select("html").attr("data-ambience")).isEqualTo("maternelle");
        assertThat(home.page().body().attr("data-say-page")).startsWith("Bonjour Inès.");
        assertThat(home.page().select("main a, main button"))
                .allSatisfy(control -> assertThat(control.attr("data-say")).isNotBlank());
    }

    @Test
    void the_pages_that_the_law_asks_for_are_open_to_everybody() {
        for (var path :
                new String[] {"/accessibilite", "/donnees-personnelles", "/mentions-legales"}) {
            assertThat(visitors.stranger().ask(path).status()).as(path).isEqualTo(200);
        }
    }
}
