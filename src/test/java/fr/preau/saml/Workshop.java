package fr.preau.saml;

import fr.preau.School;
import fr.preau.saml.IdentityProvider.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;

/** What tests of other features need of this one: keys, signatures, and a strict reader. */
public final class Workshop {
    private Workshop() {}

    /** A key of somebody's own. */
    public static SamlEngine.Key key(String name) {
        return SelfSigned.make(name, School.TUESDAY);
    }

    /** Keys as an operator gives them in a file: this one signs, the others are still known. */
    public static ServiceKeys fromFile(Path folder, SamlEngine.Key... keys) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var password = "essai";
        for (int i = 0; i < keys.length; i++)
            store.setKeyEntry(
                    "cle-" + i,
                    keys[i].secret(),
                    password.toCharArray(),
                    new Certificate[] {keys[i].certificate()});
        var file = folder.resolve("cles.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return new ServiceKeys(file.toString(), password, "cle-0", null, null);
    }

    public static String written(X509Certificate certificate) {
        return Certificates.write(certificate);
    }

    /** What the provider side of this site would believe of an answer; throws when it does not. */
    public static Map<String, List<String>> believed(
            String base64,
            String issuer,
            X509Certificate certificate,
            String address,
            String audience,
            String request,
            Clock clock) {
        var provider =
                new IdentityProvider(
                        "test",
                        Kind.AGENTS,
                        "11",
                        issuer,
                        "/",
                        List.of(certificate),
                        List.of(),
                        List.of(),
                        true,
                        false,
                        clock.instant());
        return new Verification(
                        provider,
                        new Verification.Expected(address, audience, Set.of(request)),
                        List.of(),
                        clock)
                .of(Base64.getDecoder().decode(base64))
                .answer()
                .attributes();
    }

    /** Whether each signature of a document was made with this key, and they cover it. */
    public static boolean verifies(Document document, X509Certificate certificate) {
        return SamlEngine.verify(document, List.of(certificate.getPublicKey()));
    }

    /** Signs a request inside, with a method and a digest that may be weak. */
    public static void sign(Document document, SamlEngine.Key key, String method, String digest) {
        var top = document.getDocumentElement();
        Forge.sign(
                top,
                "#" + top.getAttribute("ID"),
                Forge.Manner.usual(key).method(method).digest(digest));
    }

    public static void sign(Document document, SamlEngine.Key key) {
        sign(document, key, Forge.RSA, Forge.SHA256);
    }
}
