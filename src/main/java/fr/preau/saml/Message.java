package fr.preau.saml;

import java.security.cert.X509Certificate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A message that a browser brought, with the signature that its way of coming gives it. */
public sealed interface Message permits Redirected, Posted {
    /** The message, as it was read once and for all. */
    Element top();

    /** What the sender wants back with the answer, as it is; null for nothing. */
    @Nullable String relayState();

    /** Whether a signature came with it; says nothing of whose it is. */
    boolean isSigned();

    /** Throws {@link Refusal} unless the holder of one of these certificates signed all of it. */
    void mustBeSignedBy(Collection<X509Certificate> certificates);
}
