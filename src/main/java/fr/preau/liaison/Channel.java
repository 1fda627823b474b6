package fr.preau.liaison;

import static fr.preau.web.Wording.t;

/** By which way a family was reached, and how it is drawn. */
public enum Channel {
    ONLINE("check", "badge--good"),
    PAPER("file-text", "badge--wait"),
    NONE("circle-alert", "badge--alert");

    private final String icon;
    private final String look;

    Channel(String icon, String look) {
        this.icon = icon;
        this.look = look;
    }

    public String icon() {
        return icon;
    }

    public String look() {
        return look;
    }

    public String label() {
        return t("liaison.channel." + name());
    }

    /** What exactly is meant, in a sentence. */
    public String meaning() {
        return t("liaison.channel." + name() + ".meaning");
    }
}
