package fr.preau.onde;

import static fr.preau.web.Wording.t;

/** What the import does with somebody. */
public enum Action {
    CREATED("badge--good", "plus"),
    CHANGED("badge--service", "pencil"),
    UNCHANGED("", "check"),
    /** The ministry's feed owns them: the import changes nothing. */
    HELD("", "landmark"),
    REMOVED("badge--alert", "log-out"),
    /** Nothing is done with the line: it is stopped, or concerns nobody of the school. */
    LEFT("badge--wait", "x");

    private final String look;
    private final String icon;

    Action(String look, String icon) {
        this.look = look;
        this.icon = icon;
    }

    public String look() {
        return look;
    }

    public String icon() {
        return icon;
    }

    public String label() {
        return t("onde.action." + name());
    }
}
