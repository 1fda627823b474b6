package fr.preau.proconnect;

/**
 * What ProConnect says of an agent, once everything is verified. The subject is one only within its
 * issuer and identity provider: the three together are the identity.
 */
record Answer(
        String issuer,
        String idp,
        String subject,
        String email,
        String firstName,
        String lastName,
        String siret,
        boolean strong,
        String idToken) {
    /** The same at every entry of the same agent. */
    String identity() {
        return issuer + "\n" + idp + "\n" + subject;
    }
}
