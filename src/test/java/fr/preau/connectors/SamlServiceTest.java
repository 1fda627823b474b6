package fr.preau.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.saml.SamlEngine;
import fr.preau.saml.Workshop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The région registers a service of SAML by hand, or by the file that the service gives. */
@School
class SamlServiceTest {
    private static final SamlEngine.Key KEY = Workshop.key("livres");
    private static final SamlEngine.Key NEXT = Workshop.key("suivante");

    @Autowired Visitors visitors;
    @Autowired Registry connectors;

    private Visitor.Form described(Visitor visitor) {
        return visitor.form(visitor.open("/connectors/new"), "/connectors")
                .fill("title", "Lire à l’école")
                .fill("purpose", "Des livres à lire en classe")
                .fill("protocol", "SAML")
                .fill("places", "0341315V")
                .add("profiles", "PUPIL")
                .add("attributes", "GIVEN_NAME");
    }

    private static String pem(SamlEngine.Key... keys) {
        return Pem.write(
                List.of(keys).stream().map(key -> Workshop.written(key.certificate())).toList());
    }

    private static String file(String content) {
        return """
        <?xml version="1.0"?>
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="https://livres.example/saml">
        <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">%s</md:SPSSODescriptor></md:EntityDescriptor>
        """
                .formatted(content);
    }

    private static String key(String use, SamlEngine.Key key) {
        return "<md:KeyDescriptor"
                + use
                + "><ds:KeyInfo><ds:X509Data><ds:X509Certificate>"
                + Workshop.written(key.certificate())
                + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>";
    }

    private static String service(String name, String binding, String rest) {
        return "<md:%s Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:%s\" Location=\"https://livres.example/%s\"%s/>"
                .formatted(name, binding, binding, rest);
    }

    @Test
    void a_service_is_described_by_hand() {
        var isabelle = visitors.as("isabelle.roques");
        var form =
                described(isabelle)
                        .fill("name", "https://livres.example/saml")
                        .fill("addresses", "https://livres.example/retour?a=b")
                        .fill("callbacks", "https://livres.example/soap")
                        .fill("signOut", "https://livres.example/sortie")
                        .fill("certificates", pem(KEY, NEXT));
        var seen = form.fill("step", "look").sendOnly();
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.words()).contains("Comparez leurs empreintes");
        assertThat(connectors.all()).isEmpty();
        isabelle.form(seen, "/connectors").fill("step", "keep").send();
        var one = connectors.of("lire-a-l-ecole").orElseThrow();
        assertThat(one.protocol()).isEqualTo(Protocol.SAML);
        assertThat(one.open()).as("deny by default").isFalse();
        assertThat(one.name()).isEqualTo("https://livres.example/saml");
        assertThat(one.addresses()).containsExactly("https://livres.example/retour?a=b");
        assertThat(one.callbacks()).containsExactly("https://livres.example/soap");
        assertThat(one.signOut()).isEqualTo("https://livres.example/sortie");
        assertThat(one.certificates())
                .containsExactly(
                        Workshop.written(KEY.certificate()), Workshop.written(NEXT.certificate()));
        var again = isabelle.form(isabelle.open("/connectors/lire-a-l-ecole"), "/connectors");
        assertThat(again.value("certificates")).isEqualTo(pem(KEY, NEXT));
        again.fill("certificates", pem(NEXT)).fill("signOut", "").fill("step", "keep").send();
        var after = connectors.of("lire-a-l-ecole").orElseThrow();
        assertThat(after.certificates()).hasSize(1);
        assertThat(after.signOut()).isNull();
    }

    @Test
    void the_file_of_a_service_says_it_all() {
        var isabelle = visitors.as("isabelle.roques");
        var file =
                file(
                        key(" use=\"signing\"", KEY)
                                + key("", NEXT)
                                + service("SingleLogoutService", "SOAP", "")
                                + service(
                                        "SingleLogoutService",
                                        "HTTP-Redirect",
                                        " ResponseLocation=\"https://livres.example/fin\"")
                                + service(
                                        "AssertionConsumerService", "HTTP-Artifact", " index=\"0\"")
                                + service(
                                        "AssertionConsumerService",
                                        "HTTP-POST",
                                        " index=\"1\" isDefault=\"true\""));
        var seen = described(isabelle).fill("metadata", file).fill("step", "look").sendOnly();
        assertThat(seen.status()).isEqualTo(200);
        var form = isabelle.form(seen, "/connectors");
        assertThat(form.value("name")).isEqualTo("https://livres.example/saml");
        assertThat(form.value("addresses")).isEqualTo("https://livres.example/HTTP-POST");
        assertThat(form.value("metadata")).isEmpty();
        form.fill("step", "keep").send();
        var one = connectors.of("lire-a-l-ecole").orElseThrow();
        assertThat(one.callbacks()).containsExactly("https://livres.example/SOAP");
        assertThat(one.signOut()).isEqualTo("https://livres.example/fin");
        assertThat(one.certificates()).hasSize(2);
    }

    @Test
    void a_file_that_cannot_be_used_is_refused_and_kept_in_its_place() {
        var isabelle = visitors.as("isabelle.roques");
        var address = service("AssertionConsumerService", "HTTP-POST", " index=\"0\"");
        var hostile =
                java.util.Map.of(
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>",
                        "ne se lisent pas",
                        "https://livres.example/metadata",
                        "ne se lisent pas",
                        "<a/>",
                        "un seul service",
                        file(address).replace("SPSSO", "IDPSSO"),
                        "un seul service",
                        file(address)
                                .replaceFirst(
                                        "(?s)(<md:Entity.*)",
                                        "<md:x xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">$1</md:x>")
                                .replaceFirst(
                                        "</md:x>",
                                        file(address).replaceFirst("<\\?.*\\?>", "") + "</md:x>"),
                        "un seul service",
                        file(service("AssertionConsumerService", "HTTP-Artifact", "")),
                        "pas d’adresse de retour",
                        file(address + key("", KEY).replace("MII", "***")),
                        "ne se lit pas");
        hostile.forEach((file, said) -> {
            var answer = described(isabelle).fill("metadata", file).sendOnly();
            assertThat(answer.status()).as(file).isEqualTo(422);
            assertThat(answer.words()).as(file).contains(said);
            var form = isabelle.form(answer, "/connectors");
            assertThat(form.value("metadata").strip()).isEqualTo(file.strip());
            assertThat(form.value("title")).isEqualTo("Lire à l’école");
        });
        assertThat(connectors.all()).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_and_nothing_typed_is_lost() {
        var isabelle = visitors.as("isabelle.roques");
        var answer =
                described(isabelle)
                        .fill("addresses", "http://livres.example/retour")
                        .fill("callbacks", "https://livres.example/a https://livres.example/b")
                        .fill("signOut", "https://livres.example/../x")
                        .fill("certificates", pem(KEY) + "\nencore")
                        .fill("step", "keep")
                        .sendOnly();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.words())
                .contains("« entityID »")
                .contains("Cette adresse ne convient pas : http://livres.example/retour")
                .contains("Cette adresse ne convient pas : https://livres.example/../x")
                .contains("une seule adresse de rappel")
                .contains("Un certificat ne se lit pas");
        assertThat(isabelle.form(answer, "/connectors").value("certificates"))
                .isEqualTo(pem(KEY) + "\nencore");
        assertThat(connectors.all()).isEmpty();
    }

    @Test
    void a_name_belongs_to_one_service() {
        var isabelle = visitors.as("isabelle.roques");
        for (var title : List.of("Un", "Deux")) {
            var answer =
                    described(isabelle)
                            .fill("title", title)
                            .fill("name", "urn:livres")
                            .fill("addresses", "https://livres.example/retour")
                            .fill("step", "keep")
                            .send();
            assertThat(answer.words())
                    .contains(
                            title.equals("Un")
                                    ? "Le service est enregistré"
                                    : "Un autre service porte déjà ce nom dans le protocole");
        }
    }
}
