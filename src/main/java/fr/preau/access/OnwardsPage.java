package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The way from a form of this site to another site. A browser that obeys {@code form-action 'self'}
 * does not follow a redirection there (CSP 3, 4.2.2), so this page leads on by itself, and has a
 * link. The caller vouches for the address.
 */
public record OnwardsPage(String address, String reason) implements Page {
    /**
     * Leads the browser on at once.
     *
     * @param address absolute, https or http, of a site that is registered here
     * @param reason wording key of the sentence that says why one leaves
     */
    public static OnwardsPage to(String address, String reason, HttpServletResponse response) {
        if (!address.matches("https?://[!-~]+"))
            throw new IllegalArgumentException("not an address to lead to");
        response.setHeader("Refresh", "0;url=" + address);
        return new OnwardsPage(address, t(reason));
    }

    @Override
    public String title() {
        return t("access.onwards.title");
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String width() {
        return "narrow";
    }
}
