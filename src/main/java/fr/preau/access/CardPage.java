package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Ambience;
import fr.preau.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Behind a card: the child's own animal and name, and twelve pictures to touch. Nothing has to be
 * read.
 */
public record CardPage(
        String firstName,
        String avatar,
        long colour,
        List<String> typed,
        Mood state,
        @Nullable String back)
        implements Page {
    public enum Mood {
        WAITING,
        WRONG,
        BLOCKED,
        UNKNOWN
    }

    @Override
    public String title() {
        return t("access.card.title");
    }

    @Override
    public int status() {
        return switch (state) {
            case WAITING -> 200;
            case WRONG, BLOCKED -> 422;
            case UNKNOWN -> 404;
        };
    }

    /** The pictures are for non-readers, whatever the child's level. */
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
        return t("access.card.say." + state);
    }

    @Override
    public String sound() {
        return switch (state) {
            case WAITING -> typed.isEmpty() ? "bonjour" : "";
            case WRONG -> "essaie-encore";
            case BLOCKED, UNKNOWN -> "bloque";
        };
    }
}
