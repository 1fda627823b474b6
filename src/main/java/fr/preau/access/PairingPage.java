package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Ambience;
import fr.preau.web.Page;

/**
 * Behind the QR of « la classe arrive »: one big button. A label that is empty: the QR has ended.
 */
public record PairingPage(String classLabel) implements Page {
    @Override
    public String title() {
        return classLabel.isEmpty() ? t("access.pairing.ended") : classLabel;
    }

    @Override
    public int status() {
        return classLabel.isEmpty() ? 404 : 200;
    }

    @Override
    public Ambience ambience() {
        return Ambience.MATERNELLE;
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String say() {
        return t(classLabel.isEmpty() ? "access.pairing.ended" : "access.pairing.say");
    }
}
