package fr.preau.saml;

import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.KeyGenerator;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.apache.xml.security.encryption.XMLCipher;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A workshop for responses, good and forged: written by our own hand and signed by the JDK, so that
 * anything may be made wrong.
 */
final class Forge {
    static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    static final String RSA = MORE + "rsa-sha256";
    static final String SHA256 = Xml.ENCRYPTION + "sha256";
    static final String EXCLUSIVE = CanonicalizationMethod.EXCLUSIVE;

    final Document document;
    final Element response;
    final Element assertion;

    Forge(String written) {
        document = Xml.read(Xml.bytes(written));
        response = document.getDocumentElement();
        assertion = Xml.theChild(response, Xml.ASSERTION, "Assertion");
    }

    /** How a signature is made. */
    record Manner(
            Key key,
            X509Certificate shown,
            String method,
            String digest,
            String canonical,
            List<String> transforms) {
        static Manner usual(SamlEngine.Key key) {
            return new Manner(
                    key.secret(),
                    key.certificate(),
                    RSA,
                    SHA256,
                    EXCLUSIVE,
                    List.of(Transform.ENVELOPED, EXCLUSIVE));
        }

        Manner key(Key other) {
            return new Manner(other, shown, method, digest, canonical, transforms);
        }

        Manner showing(X509Certificate other) {
            return new Manner(key, other, method, digest, canonical, transforms);
        }

        Manner method(String other) {
            return new Manner(key, shown, other, digest, canonical, transforms);
        }

        Manner digest(String other) {
            return new Manner(key, shown, method, other, canonical, transforms);
        }

        Manner canonical(String other) {
            return new Manner(key, shown, method, digest, other, transforms);
        }

        Manner transforms(String... others) {
            return new Manner(key, shown, method, digest, canonical, List.of(others));
        }
    }

    Forge signAssertion(Manner manner) {
        sign(assertion, "#" + assertion.getAttribute("ID"), manner);
        return this;
    }

    Forge signResponse(Manner manner) {
        sign(response, "#" + response.getAttribute("ID"), manner);
        return this;
    }

    static void sign(Element element, String uri, Manner manner) {
        element.setIdAttribute("ID", true);
        try {
            var factory = XMLSignatureFactory.getInstance("DOM");
            var transforms = new ArrayList<Transform>();
            for (var one : manner.transforms())
                transforms.add(factory.newTransform(one, (TransformParameterSpec) parameters(one)));
            Reference reference =
                    factory.newReference(
                            uri,
                            factory.newDigestMethod(manner.digest(), null),
                            transforms,
                            null,
                            null);
            var info =
                    factory.newSignedInfo(
                            factory.newCanonicalizationMethod(
                                    manner.canonical(), (C14NMethodParameterSpec) null),
                            factory.newSignatureMethod(manner.method(), null),
                            List.of(reference));
            KeyInfo shown = null;
            if (manner.shown() != null) {
                var keys = factory.getKeyInfoFactory();
                shown = keys.newKeyInfo(List.of(keys.newX509Data(List.of(manner.shown()))));
            }
            var issuer = Xml.theChild(element, Xml.ASSERTION, "Issuer");
            var context = new DOMSignContext(manner.key(), element, issuer.getNextSibling());
            context.setDefaultNamespacePrefix("ds");
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            factory.newXMLSignature(info, shown).sign(context);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object parameters(String transform) {
        if (transform.equals(Transform.XPATH))
            return new javax.xml.crypto.dsig.spec.XPathFilterParameterSpec("true()");
        return null;
    }

    /** Puts the assertion into an EncryptedAssertion, for the holder of this key. */
    Forge encrypt(PublicKey reader, String method, String wrapping) {
        try {
            org.apache.xml.security.Init.init();
            assertion.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:saml", Xml.ASSERTION);
            var generator = KeyGenerator.getInstance("AES");
            generator.init(method.contains("128") ? 128 : 256, new SecureRandom());
            var secret = generator.generateKey();
            var wrap = XMLCipher.getInstance(wrapping);
            wrap.init(XMLCipher.WRAP_MODE, reader);
            var wrapped = wrap.encryptKey(document, secret);
            var cipher = XMLCipher.getInstance(method);
            cipher.init(XMLCipher.ENCRYPT_MODE, secret);
            var info = new org.apache.xml.security.keys.KeyInfo(document);
            info.add(wrapped);
            cipher.getEncryptedData().setKeyInfo(info);
            var next = assertion.getNextSibling();
            cipher.doFinal(document, assertion);
            Node data = next == null ? response.getLastChild() : next.getPreviousSibling();
            var around = document.createElementNS(Xml.ASSERTION, "saml:EncryptedAssertion");
            response.replaceChild(around, data);
            around.appendChild(data);
            return this;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Element signatureOf(Element element) {
        return Xml.child(element, Xml.SIGNATURE, "Signature").orElse(null);
    }

    String text() {
        return Xml.write(document);
    }

    static KeyPair elliptic() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The response as usual: about the guardian of this key, for this request. */
    static String written(
            String issuer,
            String address,
            String audience,
            String request,
            Instant now,
            Map<String, List<String>> attributes) {
        return new ResponseWriter(issuer, address, audience, request, now).says(attributes).write();
    }
}
