package fr.preau.revenue;

import static fr.preau.web.Wording.t;

/** How far a titre has come; made by its movements (the function {@code revenue_state}). */
public enum OrderState {
    PREPARED(""),
    SENT(""),
    ISSUED(" badge--wait"),
    PARTLY_PAID(" badge--wait"),
    PAID(" badge--good"),
    CONTESTED(" badge--alert"),
    CANCELLED("");

    private final String look;

    OrderState(String look) {
        this.look = look;
    }

    public String look() {
        return look;
    }

    public String label() {
        return t("revenue.state." + this);
    }

    /** The debtor owes it, and nothing holds its recovery up. */
    public boolean isOwed() {
        return this == ISSUED || this == PARTLY_PAID;
    }
}
