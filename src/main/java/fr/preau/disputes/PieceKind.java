package fr.preau.disputes;

import static fr.preau.web.Wording.t;

/** What a piece is. */
public enum PieceKind {
    LETTER,
    RECEIPT,
    MINUTES,
    OTHER;

    public String label() {
        return t("disputes.piece." + name());
    }
}
