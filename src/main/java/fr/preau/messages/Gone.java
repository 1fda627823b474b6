package fr.preau.messages;

import static fr.preau.web.Wording.t;

/** Why there is nothing to read any more. */
public enum Gone {
    /** Withdrawn by those who look after the school. */
    SCHOOL,
    /** Taken back by its author, who keeps the words. */
    AUTHOR,
    /** Taken back before anybody had it. */
    UNSENT;

    public String label(boolean mine) {
        return t("messages.gone." + this + (mine && this == AUTHOR ? ".mine" : ""));
    }

    /** What its reader finds in its place. */
    public String said() {
        return t("messages.gone." + this + ".said");
    }

    /** What its author reads above the words. */
    public String toldToAuthor() {
        return t("messages.gone." + this + ".author");
    }
}
