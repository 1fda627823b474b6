package fr.preau.links;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.links.TrustedHosts.Host;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What imitates a place where people sign in, and what does not. */
class TrustedHostsTest {
    private static final TrustedHosts HOSTS =
            new TrustedHosts(
                    List.of(
                            new Host("educonnect.education.gouv.fr", "educonnect"),
                            new Host("education.gouv.fr", null),
                            new Host("ac-montpellier.fr", "ac-montpellier"),
                            new Host("ac-toulouse.fr", "ac-toulouse"),
                            new Host("ac-nice.fr", null),
                            new Host("ac-lille.fr", null),
                            new Host("education.fr", null),
                            new Host("gouv.fr", null),
                            new Host("preau.exemple-occitanie.fr", null),
                            new Host("livres.exemple.fr", null)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://educonnect.education.gouv.fr.evil.tld/login",
                "https://educonnect.education.gouv.fr-login.evil.tld",
                "https://educonnect-education-gouv-fr.com",
                "https://educonnect.education-gouv.fr/",
                "https://education-gouv.fr",
                "https://educati0n.gouv-fr.com",
                "http://educonnect.fr",
                "https://edu-connect.fr",
                "https://educonect.com/",
                "https://educonnnect-parents.fr",
                "https://eduCOnect.support",
                "https://moneduconnect.net",
                "https://connexion-educonnect.org",
                "https://еduconnect.education.gouv.fr.ru",
                "https://eduсonnect.com",
                "https://xn--eduonnect-gwi.com/",
                "https://educonnect.education.gouv.fr@evil.tld/",
                "https://educonnect.education.gouv.fr:443@evil.tld/",
                "https://educonnect.education.gouv.fr%40evil.tld/",
                "https://educonnect.education.gouv.fr\\@evil.tld/",
                "https://educonnect.education.gouv.fr%2f@evil.tld/",
                "https://ac-montpelier.fr",
                "https://ac-montpellier.com/webmail",
                "https://ac-montpellier.fr.webmail.tk",
                "https://acmontpellier.fr",
                "https://ac-rnontpellier.fr",
                "https://ac-tou1ouse.fr",
                "https://ac-toulouse.fr.cas.example",
                "https://ac-touluose.fr",
                "https://webmail-ac-toulouse.fr.eu",
                "https://g0uv.fr",
                "https://impots.gouv.fr.paiement.example",
                "https://www.gouv-fr.com",
                "https://ｇｏｕｖ.fr.example",
                "https://preau.exemple-occitanle.fr/sign-in",
                "https://preau-exemple-occitanie.fr",
                "https://preau.exemple-occitanie.fr.example",
                "https://preau.exemple-0ccitanie.fr",
                "https://livres.exernple.fr",
                "//educonnect.education.gouv.fr.evil.tld",
                "https:educonnect.education.gouv.fr.evil.tld",
                "educonnect.education.gouv.fr.evil.tld",
                "https://educonnect.education.gouv.fr。evil.tld"
            })
    void an_imitation_is_recognised(String address) {
        assertThat(HOSTS.of(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://educonnect.education.gouv.fr/idp/",
                "https://EDUCONNECT.education.gouv.fr.:443/",
                "https://www.education.gouv.fr/annuaire",
                "https://eduscol.education.fr/1",
                "https://cas.ac-montpellier.fr/login?service=https://educonnect.education.gouv.fr",
                "https://si.ac-toulouse.fr",
                "https://impots.gouv.fr",
                "https://preau.exemple-occitanie.fr/messages/1",
                "https://livres.exemple.fr/lire",
                "https://www.cazouls-les-beziers.fr/cantine",
                "https://fr.wikipedia.org/wiki/EduConnect",
                "https://www.lumni.fr",
                "https://www.reseau-canope.fr/",
                "https://mairie-toulouse.fr",
                "https://metropole.toulouse.fr",
                "https://montpellier.fr",
                "https://crac-toulouse.fr",
                "https://www.education-physique.fr",
                "https://adobe.connect.com",
                "https://www.laregion.fr",
                "https://example.com/educonnect.education.gouv.fr",
                "https://exemple.fr",
                "http://192.168.1.1/",
                "https://élève.fr",
                "mailto:nadia@ac-montpellier.com",
                "tel:+33467000000",
                "Bonjour.Merci",
                "12.30"
            })
    void an_honest_address_is_left_alone(String address) {
        assertThat(HOSTS.of(address)).isEmpty();
    }

    @Test
    void the_sentence_says_what_it_looks_like_and_where_it_leads() {
        assertThat(
                        HOSTS.imitationIn(
                                        "Bonjour, [votre compte](https://educonnect.education.gouv.fr.evil.tld/a) expire.")
                                .orElseThrow()
                                .sentence())
                .contains("ressemble à educonnect.education.gouv.fr")
                .contains("mène à educonnect.education.gouv.fr.evil.tld");
    }

    @Test
    void a_link_that_shows_a_trusted_host_and_leads_elsewhere_is_an_imitation() {
        assertThat(HOSTS.imitationIn("[educonnect.education.gouv.fr](https://example.com/a)"))
                .isPresent();
        assertThat(HOSTS.imitationIn("[https://ac-toulouse.fr](https://example.com/a)"))
                .isPresent();
        assertThat(HOSTS.imitationIn("[ac-toulouse.fr](https://si.ac-toulouse.fr/a)")).isEmpty();
        assertThat(HOSTS.imitationIn("Écrire à nadia.ferrand@ac-montpellier.fr. Merci.")).isEmpty();
    }

    @Test
    void a_link_is_shown_with_its_real_host_and_an_imitation_is_no_link() {
        assertThat(HOSTS.html("[la cantine](https://www.cazouls.fr/menu)"))
                .contains("href=\"https://www.cazouls.fr/menu\"")
                .contains("(www.cazouls.fr)");
        assertThat(HOSTS.html("<https://www.cazouls.fr/menu>"))
                .contains("href=")
                .doesNotContain("(www.cazouls.fr)");
        var html = HOSTS.html("Ici : [votre **compte**](https://ac-montpelier.fr/x), vite.");
        assertThat(html)
                .doesNotContain("href")
                .contains("votre <strong>compte</strong>")
                .contains("lien désactivé")
                .contains("ac-montpelier.fr");
    }
}
