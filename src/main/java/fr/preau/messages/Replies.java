package fr.preau.messages;

import static fr.preau.web.Wording.t;

/** Whom an answer goes to, as the author of a message has decided. */
public enum Replies {
    /** To the author only: the usual. */
    AUTHOR,
    /** To everybody whom the one who answers may reach. */
    ALL,
    NONE;

    public String label() {
        return t("messages.replies." + this);
    }

    public String hint() {
        return t("messages.replies." + this + ".hint");
    }
}
