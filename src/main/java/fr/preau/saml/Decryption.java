package fr.preau.saml;

import static fr.preau.saml.Refusal.unless;

import fr.preau.saml.Refusal.Reason;
import java.security.PrivateKey;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Opens an assertion that was encrypted for us. Every failure looks the same from outside, and the
 * methods whose failures would tell something are refused before any key is used.
 */
final class Decryption {
    private static final String NEWER = "http://www.w3.org/2009/xmlenc11#";

    /** AES in GCM: altered, it opens to nothing. */
    private static final Set<String> SEALED =
            Set.of(NEWER + "aes128-gcm", NEWER + "aes192-gcm", NEWER + "aes256-gcm");

    /** AES in CBC, which tells too much when anybody may alter it (Jager and Somorovsky, 2011). */
    private static final Set<String> UNSEALED =
            Set.of(
                    Xml.ENCRYPTION + "aes128-cbc",
                    Xml.ENCRYPTION + "aes192-cbc",
                    Xml.ENCRYPTION + "aes256-cbc");

    /** Never RSA 1.5 (Bleichenbacher, 1998). */
    private static final Set<String> KEYS =
            Set.of(Xml.ENCRYPTION + "rsa-oaep-mgf1p", NEWER + "rsa-oaep");

    private Decryption() {}

    /**
     * The assertion, in a document of its own.
     *
     * @param sealed the response that carries it was signed, so that nobody altered it
     */
    static Document open(Element encrypted, boolean sealed, List<PrivateKey> keys) {
        var inside = Xml.all(encrypted);
        for (var element : inside)
            unless(
                    !Set.of("RetrievalMethod", "CipherReference").contains(element.getLocalName()),
                    Reason.ENCRYPTION);
        var data = named(inside, "EncryptedData");
        var key = named(inside, "EncryptedKey");
        unless(data.size() == 1 && key.size() == 1, Reason.ENCRYPTION);
        var method = method(data.getFirst());
        unless(SEALED.contains(method) || sealed && UNSEALED.contains(method), Reason.ENCRYPTION);
        unless(KEYS.contains(method(key.getFirst())), Reason.ENCRYPTION);
        var document = Xml.empty();
        document.appendChild(document.importNode(encrypted, true));
        var opened = SamlEngine.decrypt(document, keys);
        if (opened == null) throw new Refusal(Reason.ENCRYPTION);
        var alone = Xml.empty();
        alone.appendChild(alone.importNode(opened, true));
        return alone;
    }

    private static List<Element> named(List<Element> elements, String name) {
        return elements.stream().filter(e -> Xml.is(e, Xml.ENCRYPTION, name)).toList();
    }

    private static String method(Element element) {
        return Xml.child(element, Xml.ENCRYPTION, "EncryptionMethod")
                .map(found -> String.valueOf(Xml.attribute(found, "Algorithm")))
                .orElse("");
    }
}
