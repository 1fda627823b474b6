package fr.preau.revenue;

import static fr.preau.web.Wording.t;

/** A file that cannot be read at all, and why. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    Unreadable(String why, Object... values) {
        super(why, null, false, false);
        sentence = t("revenue.unreadable." + why, values);
    }

    String sentence() {
        return sentence;
    }
}
