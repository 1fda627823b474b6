package fr.preau.access;

import fr.preau.web.View;
import jakarta.servlet.http.HttpServletResponse;

/** The way out to a site that is registered here, for features that lead there. */
public final class Onwards {
    private Onwards() {}

    /**
     * A page that leads on by itself, for somebody who comes from one of our forms.
     *
     * @param address absolute; the caller vouches for it
     * @param reason wording key of the sentence that says why one leaves
     */
    public static View to(String address, String reason, HttpServletResponse response) {
        return OnwardsPage.to(address, reason, response);
    }
}
