package fr.preau.saml;

import fr.preau.saml.Refusal.Reason;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The one reader of XML from outside: no document type, no entity, nothing fetched, and a measured
 * size and depth. What it has read is verified and believed as it stands, never read again.
 */
public final class Xml {
    public static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    public static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    public static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    public static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";

    /** Bytes; an answer with many attributes and two signatures takes a tenth. */
    static final int LARGEST = 256 * 1024;

    private static final String DEEPEST = "64";

    private Xml() {}

    /** What these bytes say; throws {@link Refusal} when they are not to be read. */
    public static Document read(byte[] bytes) {
        Refusal.unless(bytes.length > 0 && bytes.length <= LARGEST, Reason.UNREADABLE);
        try {
            // Decoded here: no encoding that the text declares of itself is believed.
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return builder().parse(new InputSource(new StringReader(text.toString())));
        } catch (CharacterCodingException | SAXException e) {
            throw new Refusal(Reason.UNREADABLE);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The document as it is, without a declaration. */
    public static String write(Document document) {
        try {
            var text = new java.io.StringWriter();
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Text as it may stand in an element or an attribute; what XML cannot hold is left out. */
    public static String escape(String text) {
        return HtmlUtils.htmlEscape(
                text.replaceAll(
                        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]",
                        ""),
                "UTF-8");
    }

    static Document empty() {
        return builder().newDocument();
    }

    private static DocumentBuilder builder() {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a node is an element of this name. */
    public static boolean is(Node node, String namespace, String name) {
        return node instanceof Element
                && namespace.equals(node.getNamespaceURI())
                && name.equals(node.getLocalName());
    }

    static List<Element> children(Element parent) {
        var found = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element element) found.add(element);
        return found;
    }

    /** The children of this name, in their order. */
    public static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream().filter(child -> is(child, namespace, name)).toList();
    }

    /** The only child of this name; more than one is refused. */
    public static Optional<Element> child(Element parent, String namespace, String name) {
        var found = children(parent, namespace, name);
        Refusal.unless(found.size() <= 1, Reason.SHAPE);
        return found.stream().findFirst();
    }

    /** The one child of this name; none, or more than one, is refused. */
    public static Element theChild(Element parent, String namespace, String name) {
        return child(parent, namespace, name).orElseThrow(() -> new Refusal(Reason.SHAPE));
    }

    /** The element and all below it. */
    static List<Element> all(Element top) {
        var found = new ArrayList<Element>();
        found.add(top);
        for (int i = 0; i < found.size(); i++) found.addAll(children(found.get(i)));
        return found;
    }

    /** An attribute of no namespace; null when it is absent. */
    public static @Nullable String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    /** The words of an element that holds nothing but words. */
    public static String text(Element element) {
        Refusal.unless(children(element).isEmpty(), Reason.SHAPE);
        return element.getTextContent().strip();
    }

    /** The moment that an attribute says; refused when it says none. */
    public static Instant instant(Element element, String name) {
        var written = attribute(element, name);
        if (written == null) throw new Refusal(Reason.TIME);
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal(Reason.TIME);
        }
    }
}
