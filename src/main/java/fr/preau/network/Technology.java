package fr.preau.network;

import static fr.preau.web.Wording.t;

/** By what a school is connected. */
public enum Technology {
    UNKNOWN,
    FIBRE,
    DSL,
    CABLE,
    RADIO,
    MOBILE,
    SATELLITE;

    public String label() {
        return t("network.technology." + this);
    }
}
