package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Ambience;
import fr.preau.web.Page;
import java.util.List;

/** The faces of a class on one of its tablets: each child's own animal, colour and first name. */
public record ClassPage(String classLabel, List<Face> faces) implements Page {
    /** {@code name} is the first name, with an initial when two children share it. */
    public record Face(long id, String name, String avatar, long colour) {}

    @Override
    public String title() {
        return classLabel;
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
    public String width() {
        return "wide";
    }

    @Override
    public String say() {
        return t("access.class.say");
    }
}
