package fr.preau.network;

import static fr.preau.web.Wording.t;

/** What a test was run on. */
public enum DeviceKind {
    PHONE,
    TABLET,
    COMPUTER;

    String label() {
        return t("network.device." + this);
    }
}
