package fr.preau.switches;

import fr.preau.web.Profile;
import java.util.List;

/** One place of the screen: a profile in a class or in the school, and what may be done there. */
public record Cell(Profile profile, State state, List<Button> buttons) {
    /** An act and its word: « Fermer », « Ouvrir », « Comme au départ ». */
    public record Button(Choice choice, String word) {}
}
