package fr.preau.access;

import jakarta.servlet.http.HttpServletResponse;

/** What our pages may load, and where their forms may go (CSP 3). */
public final class ContentPolicy {
    static final String USUAL =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; media-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ContentPolicy() {}

    /**
     * Lets the forms of this one answer be posted to one server outside, and to it alone.
     *
     * @param origin of an address that is registered here, e.g. {@code https://livres.example}
     */
    public static void postsTo(String origin, HttpServletResponse response) {
        if (!origin.matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?"))
            throw new IllegalArgumentException("not a server to post to");
        response.setHeader(
                "Content-Security-Policy",
                USUAL.replace("form-action 'self'", "form-action " + origin));
    }
}
