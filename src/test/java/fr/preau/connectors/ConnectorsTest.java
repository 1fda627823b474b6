package fr.preau.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The région says which services are told who somebody is, for whom, and what of them. */
@School
class ConnectorsTest {
    @Autowired Visitors visitors;
    @Autowired Registry connectors;
    @Autowired JdbcClient db;
    @Autowired Walls walls;

    private Visitor.Form described(Visitor visitor, String path) {
        return visitor.form(visitor.open(path), "/connectors")
                .fill("title", "Lire à l’école")
                .fill("purpose", "Des livres à lire en classe")
                .fill("protocol", "CAS")
                .fill("addresses", "https://livres.example/lire/")
                .fill("places", "0341315V")
                .add("profiles", "PUPIL")
                .add("attributes", "GIVEN_NAME");
    }

    @Test
    void what_a_service_will_be_told_is_seen_before_it_is_kept() {
        var isabelle = visitors.as("isabelle.roques");
        var seen = described(isabelle, "/connectors/new").fill("step", "look").sendOnly();
        assertThat(seen.words())
                .contains("Ce que ce service saura")
                .contains("son prénom")
                .contains("identifiant opaque");
        assertThat(connectors.all()).as("looking keeps nothing").isEmpty();
        var kept = isabelle.form(seen, "/connectors").fill("step", "keep").send();
        assertThat(kept.words())
                .contains("Le service est enregistré")
                .contains("Lire à l’école")
                .contains("Fermé")
                .contains("Ce qui lui est dit : son prénom");
        var one = connectors.of("lire-a-l-ecole").orElseThrow();
        assertThat(one.open()).as("deny by default").isFalse();
        var opened =
                isabelle.form(kept, "/connectors/lire-a-l-ecole/state").fill("open", "true").send();
        assertThat(opened.words()).contains("Le service est ouvert");
    }

    @Test
    void a_service_that_is_written_anew_keeps_its_state_and_its_identifiers() {
        var isabelle = visitors.as("isabelle.roques");
        described(isabelle, "/connectors/new").fill("step", "keep").send();
        connectors.turn("lire-a-l-ecole", true);
        var before = connectors.of("lire-a-l-ecole").orElseThrow();
        var key = key();
        var form = isabelle.form(isabelle.open("/connectors/lire-a-l-ecole"), "/connectors");
        assertThat(form.value("places")).isEqualTo("0341315V");
        form.fill("title", "Lire ensemble")
                .add("attributes", "CLASSES")
                .fill("step", "keep")
                .send();
        var after = connectors.of("lire-a-l-ecole").orElseThrow();
        assertThat(after.title()).isEqualTo("Lire ensemble");
        assertThat(after.open()).isTrue();
        assertThat(after.attributes()).containsExactly(Attribute.GIVEN_NAME, Attribute.CLASSES);
        assertThat(key()).isEqualTo(key);
    }

    private byte[] key() {
        return walls.as(
                Wall.DOOR,
                () -> db.sql("select pseudonym_key from connector").query(byte[].class).single());
    }

    @Test
    void places_are_written_as_people_know_them() {
        var isabelle = visitors.as("isabelle.roques");
        var seen =
                described(isabelle, "/connectors/new")
                        .fill("places", "0341315v région 34069 RÉGION")
                        .fill("step", "look")
                        .sendOnly();
        assertThat(seen.status()).isEqualTo(200);
        isabelle.form(seen, "/connectors").fill("step", "keep").send();
        assertThat(connectors.of("lire-a-l-ecole").orElseThrow().places()).hasSize(3);
    }

    @Test
    void what_is_wrong_is_said_and_nothing_typed_is_lost() {
        var isabelle = visitors.as("isabelle.roques");
        var answer =
                described(isabelle, "/connectors/new")
                        .fill("addresses", "http://livres.example/ https://livres.example/a?b")
                        .fill("places", "0349999Z")
                        .fill("step", "keep")
                        .sendOnly();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.words())
                .contains("Cette adresse ne convient pas : http://livres.example/")
                .contains("Aucune école, circonscription ou commune ne porte ce code : 0349999Z");
        var again = isabelle.form(answer, "/connectors");
        assertThat(again.value("title")).isEqualTo("Lire à l’école");
        assertThat(again.value("places")).isEqualTo("0349999Z");
        assertThat(connectors.all()).isEmpty();
    }

    @Test
    void the_assistance_and_the_data_protection_officer_see_and_decide_nothing() {
        described(visitors.as("isabelle.roques"), "/connectors/new").fill("step", "keep").send();
        for (var login : new String[] {"denis.aubrac", "anne.seguy"}) {
            var page = visitors.as(login).open("/connectors");
            assertThat(page.words()).as(login).contains("Lire à l’école");
            assertThat(page.body()).doesNotContain("/state");
            assertThat(visitors.as(login).open("/connectors/new").status()).isEqualTo(404);
        }
        assertThat(visitors.as("marc.olivet").open("/connectors").status()).isEqualTo(404);
    }

    @Test
    void a_service_of_openid_connect_is_shown_its_secret_once() {
        var isabelle = visitors.as("isabelle.roques");
        var page =
                described(isabelle, "/connectors/new")
                        .fill("protocol", "OPENID")
                        .fill("name", "livres")
                        .fill("secret", "new")
                        .fill("step", "keep")
                        .sendOnly();
        assertThat(page.words()).contains("il ne sera plus jamais montré");
        var secret = page.page().select("code").last().text();
        assertThat(connectors.of("lire-a-l-ecole").orElseThrow().sharedSecret())
                .isEqualTo(fr.preau.access.Tokens.hash(secret));
    }
}
