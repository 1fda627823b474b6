package fr.preau.liaison;

import static fr.preau.liaison.Letters.send;
import static fr.preau.liaison.Letters.sign;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.web.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** For whom a note does not exist. Each first sees somebody for whom it does. */
@School
class StrangersTest {
    private static final List<String> ADDRESSES = List.of("", "/print", "/live", "/correction");
    private static final List<String> ACTS =
            List.of("/signature", "/reply", "/reminder", "/correction", "/replies");

    @Autowired Visitors visitors;

    @Test
    void a_note_to_one_class_does_not_exist_for_the_others() {
        var note = send(visitors.as("helene.costa"), "Familles de CP A", "Sortie au musée").path();
        for (var reader :
                List.of(
                        "helene.costa",
                        "marc.olivet",
                        "sofia.reynes",
                        "amina.benali",
                        "yanis.benali")) {
            assertThat(visitors.as(reader).open(note).status()).as(reader).isEqualTo(200);
        }
        for (var stranger :
                List.of(
                        "claude.toulousain",
                        "nadia.ferrand",
                        "julien.pradal",
                        "lucie.barthes",
                        "thomas.leroy",
                        "ines.benali",
                        "jade.leroy",
                        "tom.costa",
                        "mireille.castan",
                        "gilles.marty",
                        "patrick.mazel",
                        "samira.haddad",
                        "denis.aubrac",
                        "remi.vernet")) {
            var visitor = visitors.as(stranger);
            for (var address : ADDRESSES)
                assertThat(visitor.ask(note + address).status())
                        .as(stranger + " " + address)
                        .isEqualTo(404);
            for (var act : ACTS) {
                assertThat(
                                visitor.post(
                                                note + act,
                                                Map.of(
                                                        "child", "1", "text", "t", "title", "t",
                                                        "open", "true"))
                                        .status())
                        .as(stranger + " " + act)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void one_adult_two_hats_each_sees_its_own() {
        var note =
                send(
                                visitors.as("helene.costa", Profile.TEACHER),
                                "Familles de CP A",
                                "Sortie au musée")
                        .path();
        assertThat(visitors.as("helene.costa", Profile.TEACHER).open(note).status()).isEqualTo(200);
        assertThat(
                        visitors.as("helene.costa", Profile.GUARDIAN, Profile.GUARDIAN)
                                .open(note)
                                .status())
                .isEqualTo(404);
    }

    @Test
    void nobody_signs_or_answers_for_somebody_elses_child() {
        var note = send(visitors.as("helene.costa"), "Familles de CP A", "Sortie au musée").path();
        var amina = visitors.as("amina.benali");
        var yanis = amina.form(amina.open(note), note + "/signature").value("child");
        var other =
                visitors
                        .as("helene.costa")
                        .open("/liaison/new")
                        .page()
                        .select("input[name=to]")
                        .eachAttr("value")
                        .stream()
                        .filter(value -> value.startsWith("p") && !value.equals("p" + yanis))
                        .findFirst()
                        .orElseThrow()
                        .substring(1);
        for (var act : List.of("/signature", "/reply")) {
            assertThat(amina.post(note + act, Map.of("child", other, "text", "Bonjour")).status())
                    .isEqualTo(404);
            assertThat(
                            visitors.as("thomas.leroy")
                                    .post(note + act, Map.of("child", yanis, "text", "Bonjour"))
                                    .status())
                    .isEqualTo(404);
        }
        assertThat(sign(amina, note).words()).contains("Signé par vous");
    }

    @Test
    void a_teacher_who_follows_the_directors_note_sees_only_her_class() {
        var note =
                send(
                                visitors.as("marc.olivet"),
                                "Toutes les familles de l’école",
                                "Réunion de rentrée")
                        .path();
        assertThat(visitors.as("marc.olivet").open(note).words())
                .contains("Jade Leroy")
                .contains("Yanis Benali")
                .contains("Corriger");
        var helene = visitors.as("helene.costa").open(note);
        assertThat(helene.words())
                .contains("Yanis Benali")
                .contains("0 sur 24")
                .doesNotContain("Jade Leroy")
                .doesNotContain("Corriger");
        assertThat(visitors.as("helene.costa").ask(note + "/correction").status()).isEqualTo(404);
        assertThat(
                        visitors.as("helene.costa")
                                .post(note + "/correction", Map.of("title", "t", "text", "t"))
                                .status())
                .isEqualTo(404);
        assertThat(visitors.as("helene.costa").open(note + "/print").words())
                .doesNotContain("Jade Leroy");
        assertThat(visitors.as("helene.costa").open("/liaison").words())
                .contains("0 sur 24 enfants");
    }

    @Test
    void nobody_at_all_is_led_to_the_door() {
        var note = send(visitors.as("helene.costa"), "Familles de CP A", "Sortie au musée").path();
        assertThat(visitors.stranger().ask(note).location()).startsWith("/sign-in");
        assertThat(visitors.stranger().ask("/liaison").location()).startsWith("/sign-in");
    }
}
