package fr.preau.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A child who signs in, from the first page to the home page that says so: by one of the three
 * doors, sometimes with a slip of the finger before.
 */
record Entry(Door door, int school, int pupil, int schoolClass, long person, boolean slips) {
    enum Door {
        CARD,
        TABLET,
        WORDS
    }

    enum End {
        HOME,
        /** By the limiter. */
        REFUSED,
        /** Told to come back in a moment again and again: too many wait for the database. */
        CROWDED,
        FAILED
    }

    static final String WORDS = "abeille bateau cabane";
    private static final String[] PICTURES = pictures("apple");
    private static final String[] SLIP = pictures("moon");

    /** The one address of a school, in a network of its own. */
    static String addressOf(int school) {
        return "100.64." + school + ".1";
    }

    End enter(String base) throws IOException, InterruptedException {
        return enter(new Browser(base));
    }

    End enter(Browser browser) throws IOException, InterruptedException {
        var answer =
                switch (door) {
                    case CARD -> byCard(browser);
                    case TABLET -> byTablet(browser);
                    case WORDS -> byWords(browser);
                };
        if (answer.status() == 303 && answer.location().endsWith("/")) {
            var home = browser.open(address(), "/");
            if (home.status() == 503) return End.CROWDED;
            return home.status() == 200 && home.text().contains("action=\"/sign-out\"")
                    ? End.HOME
                    : End.FAILED;
        }
        if (answer.status() == 503) return End.CROWDED;
        return refused(answer) ? End.REFUSED : End.FAILED;
    }

    static boolean refused(Browser.Page page) {
        return page.text().contains("Trop d’essais")
                || page.text().contains("Quelqu’un cherche des mots de passe")
                || page.text().contains("Demande à ta maîtresse");
    }

    private String address() {
        return addressOf(school);
    }

    private Browser.Page byCard(Browser browser) throws IOException, InterruptedException {
        return pictures(browser, "/cards/card-" + school + "-" + pupil);
    }

    private Browser.Page byTablet(Browser browser) throws IOException, InterruptedException {
        browser.keep("__Host-preau-class", "tablet-" + school + "-" + schoolClass);
        browser.open(address(), "/class");
        return pictures(browser, "/class/" + person);
    }

    private Browser.Page pictures(Browser browser, String path)
            throws IOException, InterruptedException {
        browser.open(address(), path);
        if (slips) browser.post(address(), path, SLIP);
        return browser.post(address(), path, PICTURES);
    }

    private Browser.Page byWords(Browser browser) throws IOException, InterruptedException {
        var login = "pupil-" + school + "-" + pupil;
        browser.open(address(), "/sign-in");
        if (slips)
            browser.post(address(), "/sign-in", "login", login, "password", "abeille bateau");
        return browser.post(address(), "/sign-in", "login", login, "password", WORDS);
    }

    private static String[] pictures(String last) {
        var fields = new ArrayList<String>();
        for (var picture : List.of("cat", "sun", "boat", last)) {
            fields.add("picture");
            fields.add(picture);
        }
        return fields.toArray(String[]::new);
    }
}
