package fr.preau.saml;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignatureException;
import org.jspecify.annotations.Nullable;
import org.keycloak.rotation.HardcodedKeyLocator;
import org.keycloak.saml.BaseSAML2BindingBuilder;
import org.keycloak.saml.SignatureAlgorithm;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.processing.api.saml.v2.sig.SAML2Signature;
import org.keycloak.saml.processing.core.util.XMLEncryptionUtil;
import org.keycloak.saml.processing.core.util.XMLSignatureUtil;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What Keycloak's SAML library does for us, and the only place that knows it: signatures on XML and
 * on redirected requests, decryption.
 */
public final class SamlEngine {
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    private SamlEngine() {}

    /** A private key with the certificate that others know it by. */
    public record Key(PrivateKey secret, X509Certificate certificate) {
        KeyPair pair() {
            return new KeyPair(certificate.getPublicKey(), secret);
        }
    }

    /**
     * Whether there is a signature, each was made with one of these keys, and together they cover
     * the document or every assertion. Says nothing of algorithms nor of shape: see {@link Sieve}.
     */
    static boolean verify(Document document, Collection<PublicKey> keys) {
        try {
            return new SAML2Signature().validate(document, new HardcodedKeyLocator(keys));
        } catch (ProcessingException | RuntimeException e) {
            return false;
        }
    }

    /** What an EncryptedAssertion holds, in a document of its own; null when no key opens it. */
    static @Nullable Element decrypt(Document encrypted, List<PrivateKey> keys) {
        try {
            return XMLEncryptionUtil.decryptElementInDocument(encrypted, data -> keys);
        } catch (ProcessingException | RuntimeException e) {
            return null;
        }
    }

    /** Signs the element (RSA, SHA-256) by its ID; the signature stands before {@code next}. */
    public static void sign(Element element, @Nullable Node next, Key key) {
        element.setIdAttribute("ID", true);
        try {
            XMLSignatureUtil.sign(
                    element,
                    next,
                    null,
                    key.pair(),
                    SHA256,
                    RSA_SHA256,
                    "#" + element.getAttribute("ID"),
                    key.certificate(),
                    EXCLUSIVE);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address that carries the request by HTTP-Redirect, signed (SAML bindings, 3.4.4.1). */
    static URI redirect(String address, Document request, Key key) {
        try {
            var binding = new BaseSAML2BindingBuilder<>();
            binding.signatureAlgorithm(SignatureAlgorithm.RSA_SHA256);
            binding.signWith(null, key.pair(), key.certificate());
            binding.signDocument();
            return binding.redirectBinding(request).requestURI(address);
        } catch (ProcessingException | ConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
