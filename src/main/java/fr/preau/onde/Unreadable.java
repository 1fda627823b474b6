package fr.preau.onde;

import static fr.preau.web.Wording.t;

/** A file that is no extract of ONDE, and what to do about it, in the words of the screen. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a stack: it says nothing that a log should keep. */
    Unreadable(String reason, Object... values) {
        super(t("onde.unreadable." + reason, values), null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
