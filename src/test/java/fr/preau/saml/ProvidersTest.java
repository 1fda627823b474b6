package fr.preau.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Unusable;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The doors of others are registered from the files that they give, by the région. */
@School
class ProvidersTest {
    @Autowired IdentityProviders providers;
    @Autowired GeneratedKeys generated;
    @Autowired fr.preau.web.Mode mode;
    @Autowired fr.preau.web.Site site;
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;

    private static String metadata(String entity, String address, SamlEngine.Key... keys) {
        var descriptors = new StringBuilder();
        for (var key : keys)
            descriptors.append(
                    """
                    <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                    """
                            .formatted(Certificates.write(key.certificate())));
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <md:EntityDescriptor xmlns:md="%s" xmlns:ds="%s" entityID="%s">
          <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol %s">%s
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example/post"/>
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="%s"/>
          </md:IDPSSODescriptor>
        </md:EntityDescriptor>
        """
                .formatted(Xml.METADATA, Xml.SIGNATURE, entity, Xml.PROTOCOL, descriptors, address);
    }

    private Visitor.Answer send(Visitor visitor, String step, String door, String text) {
        return visitor.form(visitor.open("/identity-providers/new"), "/identity-providers")
                .fill("door", door)
                .fill("metadata", text)
                .fill("hosts", "sortie.example")
                .fill("step", step)
                .sendOnly();
    }

    private List<String> journal() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select action || ' ' || subject from audit where action like 'Door%' order by id")
                                .query(String.class)
                                .list());
    }

    @Test
    void the_region_looks_at_a_file_keeps_it_and_opens_the_door() {
        var isabelle = visitors.as("isabelle.roques");
        var file = metadata("https://idp.example", "https://idp.example/sso", Desk.KEY, Desk.NEXT);
        var preview = send(isabelle, "look", "agents-16", file);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.words())
                .contains("Son nom : https://idp.example")
                .contains("https://idp.example/sso")
                .contains(Certificates.fingerprint(Desk.NEXT.certificate()));
        assertThat(providers.of("agents-16").orElseThrow().demo())
                .as("nothing is kept by looking")
                .isTrue();
        db_empty();
        assertThat(send(isabelle, "keep", "agents-16", file).location())
                .isEqualTo("/identity-providers");
        var kept = providers.of("agents-16").orElseThrow();
        assertThat(kept.open()).as("a door starts closed").isFalse();
        assertThat(kept.academy()).isEqualTo("16");
        assertThat(kept.certificates()).hasSize(2);
        assertThat(kept.returnHosts()).containsExactly("sortie.example");
        var list = isabelle.open("/identity-providers");
        assertThat(list.words()).contains("Fermée").contains("Certificat valable jusqu’au");
        isabelle.form(list, "/identity-providers/agents-16/state").fill("open", "true").send();
        assertThat(providers.open("agents-16")).isPresent();
        assertThat(visitors.stranger().ask("/saml/agents-16").location())
                .startsWith("https://idp.example/sso?SAMLRequest=");
        clock.moveBy(Duration.ofSeconds(1));
        isabelle.form(isabelle.open("/identity-providers"), "/identity-providers/agents-16/state")
                .fill("open", "false")
                .send();
        assertThat(providers.open("agents-16")).isEmpty();
        assertThat(journal())
                .containsExactly(
                        "DoorRegistered door agents-16",
                        "DoorOpened door agents-16",
                        "DoorClosed door agents-16");
    }

    private void db_empty() {
        walls.as(Wall.DOOR, () -> db.sql("delete from identity_provider").update());
    }

    @Test
    void a_new_key_replaces_the_old_one_and_the_door_stays_open() {
        db_empty();
        var isabelle = visitors.as("isabelle.roques");
        send(isabelle, "keep", "educonnect", metadata("urn:e", "https://e.example/", Desk.KEY));
        providers.turn("educonnect", true);
        send(
                isabelle,
                "keep",
                "educonnect",
                metadata("urn:e", "https://e.example/", Desk.KEY, Desk.NEXT));
        assertThat(providers.open("educonnect").orElseThrow().certificates()).hasSize(2);
        assertThat(
                        send(
                                        isabelle,
                                        "keep",
                                        "agents-11",
                                        metadata("urn:e", "https://e.example/", Desk.KEY))
                                .status())
                .as("one name, one door")
                .isEqualTo(422);
    }

    @Test
    void a_certificate_that_ends_soon_is_seen() {
        db_empty();
        var isabelle = visitors.as("isabelle.roques");
        send(isabelle, "keep", "educonnect", metadata("urn:e", "https://e.example/", Desk.KEY));
        clock.setTo(Desk.KEY.certificate().getNotAfter().toInstant().minus(Duration.ofDays(10)));
        assertThat(visitors.as("denis.aubrac").open("/identity-providers").words())
                .contains("Certificat à renouveler avant le");
        clock.moveBy(Duration.ofDays(11));
        assertThat(visitors.as("samira.haddad").ask("/identity-providers").status())
                .as("nobody else's business")
                .isEqualTo(404);
        assertThat(ProviderListPage.Shown.of(Desk.KEY.certificate(), clock.instant()).over())
                .isTrue();
    }

    @Test
    void hostile_and_useless_files_are_refused_with_a_sentence() {
        var isabelle = visitors.as("isabelle.roques");
        var good = metadata("urn:e", "https://e.example/", Desk.KEY);
        for (var evil :
                new String[] {
                    "",
                    "not xml",
                    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>",
                    good.replace("IDPSSODescriptor", "SPSSODescriptor"),
                    good.replace(Xml.PROTOCOL, "urn:other"),
                    good.replace("HTTP-Redirect", "SOAP"),
                    metadata("urn:e", "http://e.example/", Desk.KEY),
                    metadata("urn:e", "javascript:alert(1)", Desk.KEY),
                    metadata("urn:e", "https://e.example/"),
                    good.replaceAll(
                            "(?s)<ds:X509Certificate>.*</ds:X509Certificate>",
                            "<ds:X509Certificate>AAAA</ds:X509Certificate>"),
                    "<a>".repeat(5000) + "</a>".repeat(5000),
                    good.replace("<md:IDP", " ".repeat(300_000) + "<md:IDP")
                }) {
            var answer = send(isabelle, "keep", "educonnect", evil);
            assertThat(answer.status())
                    .as(evil.substring(0, Math.min(60, evil.length())))
                    .isEqualTo(422);
        }
        assertThat(send(isabelle, "keep", "agents-99", good).status()).isEqualTo(422);
        assertThat(providers.of("educonnect").orElseThrow().demo()).isTrue();
    }

    @Test
    void an_academies_assistance_sees_and_does_not_decide() {
        var denis = visitors.as("denis.aubrac");
        var list = denis.open("/identity-providers");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.page().select("form[action*=identity-providers]")).isEmpty();
        assertThat(denis.ask("/identity-providers/new").status()).isEqualTo(404);
        assertThat(denis.post("/identity-providers/educonnect/state", java.util.Map.of()).status())
                .isEqualTo(404);
        assertThat(providers.open("educonnect")).isPresent();
    }

    @Test
    void in_production_the_demos_doors_are_none_and_keys_come_from_a_file() throws Exception {
        var make = fr.preau.web.Mode.class.getDeclaredConstructor(Environment.class);
        make.setAccessible(true);
        var production =
                make.newInstance(new MockEnvironment().withProperty("preau.mode", "production"));
        assertThat(providers.all()).as("the premise").hasSize(3);
        var real = new IdentityProviders(db, walls, production, clock);
        assertThat(real.all()).isEmpty();
        var none = new GeneratedKeys(db, walls, production, clock);
        assertThatThrownBy(() -> none.named("service")).isInstanceOf(IllegalStateException.class);
        var keys = new ServiceKeys("", "", "", none, production);
        assertThat(keys.ready()).isFalse();
        assertThat(new Doors(real, keys).doors()).isEmpty();
        var local = new LocalProvider(real, none, keys, site, production, clock);
        assertThat(local.door("educonnect")).isEmpty();
        assertThatThrownBy(() -> local.open(null, "/demo/desks/educonnect"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void over_https_the_mark_travels_with_what_comes_from_elsewhere() {
        var request = new MockHttpServletRequest();
        request.setSecure(true);
        var answer = new MockHttpServletResponse();
        Entering.MARK.give(request, answer);
        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("__Host-preau-elsewhere=")
                .contains("; Path=/;")
                .contains("; Secure")
                .contains("; HttpOnly")
                .contains("; SameSite=None");
        var plain = new MockHttpServletResponse();
        Entering.MARK.give(new MockHttpServletRequest(), plain);
        assertThat(plain.getHeader("Set-Cookie"))
                .startsWith("preau-elsewhere=")
                .contains("; SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void our_metadata_says_who_we_are_and_is_signed() {
        var answer = visitors.stranger().ask("/saml/metadata");
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/samlmetadata+xml");
        var document = Xml.read(Xml.bytes(answer.body()));
        var ours = generated.named("service").certificate().getPublicKey();
        assertThat(SamlEngine.verify(document, List.of(ours))).isTrue();
        assertThat(SamlEngine.verify(document, List.of(Desk.KEY.certificate().getPublicKey())))
                .isFalse();
        var places =
                Xml.all(document.getDocumentElement()).stream()
                        .filter(e -> Xml.is(e, Xml.METADATA, "AssertionConsumerService"))
                        .map(e -> e.getAttribute("Location"))
                        .toList();
        assertThat(places)
                .containsExactly(
                        visitors.address() + "/saml/educonnect/acs",
                        visitors.address() + "/saml/agents-11/acs",
                        visitors.address() + "/saml/agents-16/acs");
    }

    @Test
    void our_keys_change_without_a_night(@TempDir Path folder) throws Exception {
        var file = folder.resolve("keys.p12");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var key : List.of(List.of("2024", Desk.KEY), List.of("2026", Desk.NEXT))) {
            var one = (SamlEngine.Key) key.get(1);
            store.setKeyEntry(
                    (String) key.get(0),
                    one.secret(),
                    "secret".toCharArray(),
                    new Certificate[] {one.certificate()});
        }
        try (var out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        for (var signing : new String[] {"2024", "2026"}) {
            var keys = new ServiceKeys(file.toString(), "secret", signing, generated, mode);
            assertThat(keys.ready()).isTrue();
            assertThat(keys.all()).as("both are published").hasSize(2);
            assertThat(keys.signing().certificate())
                    .isEqualTo((signing.equals("2024") ? Desk.KEY : Desk.NEXT).certificate());
        }
        for (var wrong :
                List.of(
                        Arrays.asList(file.toString(), "wrong", ""),
                        Arrays.asList(file.toString(), "secret", "2030"),
                        Arrays.asList(folder.resolve("none").toString(), "secret", "")))
            assertThatThrownBy(() ->
                            new ServiceKeys(
                                    wrong.get(0), wrong.get(1), wrong.get(2), generated, mode))
                    .isInstanceOf(Unusable.class);
    }

    @Test
    void requests_of_ours_are_signed_and_the_demos_door_hears_no_others() {
        var stranger = visitors.stranger();
        var to = stranger.ask("/saml/educonnect").location();
        var path = to.substring(visitors.address().length());
        assertThat(stranger.ask(path).status()).isEqualTo(200);
        assertThat(stranger.ask(path.replaceAll("&Signature=.*", "")).location())
                .as("unsigned")
                .isEqualTo("/sign-in");
        assertThat(stranger.ask(path.replaceFirst("SAMLRequest=..", "SAMLRequest=AA")).location())
                .as("altered")
                .isEqualTo("/sign-in");
        assertThat(stranger.ask(path.replace("desks/educonnect", "desks/agents-11")).location())
                .as("at another door")
                .isEqualTo("/sign-in");
    }
}
