package fr.preau.disputes;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.Agreement;
import fr.preau.agreements.AgreementPolicy;
import fr.preau.web.Actor;
import java.util.Optional;

/** The two who signed. */
public enum Party {
    TOWN,
    REGION;

    /** The side that this actor acts for; empty for those who only look. */
    static Optional<Party> of(Actor actor, Agreement agreement) {
        if (AgreementPolicy.leads(actor)) return Optional.of(REGION);
        return AgreementPolicy.prepares(actor, agreement) ? Optional.of(TOWN) : Optional.empty();
    }

    Party other() {
        return this == TOWN ? REGION : TOWN;
    }

    /** « la collectivité », « la région académique » */
    public String label() {
        return t("disputes.party." + name());
    }
}
