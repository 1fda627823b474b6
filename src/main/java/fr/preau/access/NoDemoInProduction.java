package fr.preau.access;

import fr.preau.database.Unusable;
import fr.preau.web.Mode;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Known passwords must never meet real children: production refuses to start with a demo account
 * present, and a demo does not come into a base that serves.
 */
@Component
class NoDemoInProduction implements InitializingBean {
    private final Mode mode;
    private final AccountWork accounts;
    private final boolean command;

    NoDemoInProduction(Mode mode, AccountWork accounts, Environment settings) {
        this.mode = mode;
        this.accounts = accounts;
        this.command = settings.containsProperty("preau.command");
    }

    @Override
    public void afterPropertiesSet() {
        if (!mode.isPlayground() && accounts.anyDemoAccount()) {
            throw new Unusable(
                    "Cette base contient des comptes de démonstration : Préau refuse de démarrer en production avec elle.");
        }
        // A command never loads the demo: an import may say nothing of the mode.
        if (!command && mode.isPlayground() && accounts.onlyRealAccounts()) {
            throw new Unusable(
                    "Cette base sert déjà de vraies personnes : Préau refuse d'y ajouter la démonstration. PREAU_MODE=production a sans doute été oublié.");
        }
    }
}
