package fr.preau.access;

import fr.preau.database.Unusable;
import fr.preau.web.Mode;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Known passwords must never meet real children: production refuses to start with a demo account
 * present.
 */
@Component
class NoDemoInProduction implements InitializingBean {
    private final Mode mode;
    private final AccountWork accounts;

    NoDemoInProduction(Mode mode, AccountWork accounts) {
        this.mode = mode;
        this.accounts = accounts;
    }

    @Override
    public void afterPropertiesSet() {
        if (!mode.isPlayground() && accounts.anyDemoAccount()) {
            throw new Unusable(
                    "Cette base contient des comptes de démonstration : Préau refuse de démarrer en production avec elle.");
        }
    }
}
