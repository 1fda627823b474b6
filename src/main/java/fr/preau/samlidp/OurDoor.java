package fr.preau.samlidp;

import fr.preau.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** What this site is to the services that ask it: its name and its addresses. */
@Component
class OurDoor {
    static final String METADATA = "/saml2/metadata";
    static final String SIGN_ON = "/saml2/sign-on";
    static final String SIGN_OUT = "/saml2/sign-out";

    private final Site site;

    OurDoor(Site site) {
        this.site = site;
    }

    /** Our entityID: the address of our metadata. */
    String entity(HttpServletRequest request) {
        return site.link(request, METADATA);
    }

    String signOn(HttpServletRequest request) {
        return site.link(request, SIGN_ON);
    }

    String signOut(HttpServletRequest request) {
        return site.link(request, SIGN_OUT);
    }
}
