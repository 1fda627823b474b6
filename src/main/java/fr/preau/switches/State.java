package fr.preau.switches;

import static fr.preau.web.Wording.t;

/** What a service is for one profile of a class or of the school, in words. */
public enum State {
    OPEN,
    CLOSED,
    /** Open, but not to the pupils of maternelle. */
    ELEMENTARY,
    /** Only pupils of maternelle, for whom it starts closed: their classes decide. */
    NURSERY,
    /** The whole school is closed: the class has nothing to say. */
    WITH_SCHOOL;

    public String label() {
        return t("switches.state." + this);
    }

    public boolean isOpen() {
        return this == OPEN || this == ELEMENTARY;
    }
}
