package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.access.OffersDoor.Door;
import fr.preau.access.OffersDoor.Whom;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The door, after the choice of who one is: {@code who} is null until it is made, and then the
 * login with its password comes before the other ways in. In demo mode, the cast below it.
 */
public record SignInPage(
        @Nullable Whom who,
        List<Door> doors,
        String login,
        String then,
        boolean kept,
        Problems problems,
        List<Cast.Group> cast,
        String demoPassword)
        implements Page {
    /** The same page for somebody else, still on the way to the same place. */
    public String as(Whom whom) {
        return "/sign-in?who=" + whom + "&then=" + way() + (kept ? "&kept=true" : "");
    }

    /** A door, with where to come back to. */
    public String through(Door door) {
        return door.address() + (door.address().contains("?") ? "&" : "?") + "then=" + way();
    }

    private String way() {
        return URLEncoder.encode(then, StandardCharsets.UTF_8);
    }

    @Override
    public String title() {
        return t("access.sign-in.title");
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String width() {
        return "wide";
    }
}
