package fr.preau.liaison;

import static fr.preau.web.Wording.t;

/** How many guardians must sign for one child. */
public enum Rule {
    /** Any guardian who may sign. */
    ONE,
    /** Every guardian who may sign; one where there is only one. */
    BOTH;

    public String label() {
        return t("liaison.rule." + name());
    }

    public String hint() {
        return t("liaison.rule." + name() + ".hint");
    }
}
