package fr.preau.sheets;

/** How sheets are handed out. */
public enum SheetForm {
    /** One A4 for each person, with the guide of the first time. */
    PAGE,
    /** Eight on an A4, to be cut. */
    EIGHT,
    /** An A4 in two halves for each child: one for each household. */
    HALVES,
    /** For a mail merge of the school's own. */
    CSV
}
