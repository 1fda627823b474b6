package fr.preau.samlidp;

/** Why a service is answered without being told of anybody (SAML core, 3.2.2.2). */
enum Status {
    /** Nothing may be asked, and something would have to be. */
    NO_PASSIVE("Responder", "NoPassive"),
    NO_AUTHN_CONTEXT("Responder", "NoAuthnContext"),
    REQUEST_DENIED("Responder", "RequestDenied"),
    INVALID_NAME_ID_POLICY("Requester", "InvalidNameIDPolicy");

    private static final String PREFIX = "urn:oasis:names:tc:SAML:2.0:status:";

    private final String whose;
    private final String what;

    Status(String whose, String what) {
        this.whose = whose;
        this.what = what;
    }

    static String success() {
        return "<samlp:Status><samlp:StatusCode Value=\"" + PREFIX + "Success\"/></samlp:Status>";
    }

    String written() {
        return "<samlp:Status><samlp:StatusCode Value=\""
                + PREFIX
                + whose
                + "\"><samlp:StatusCode Value=\""
                + PREFIX
                + what
                + "\"/></samlp:StatusCode></samlp:Status>";
    }
}
