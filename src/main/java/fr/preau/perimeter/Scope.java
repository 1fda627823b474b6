package fr.preau.perimeter;

import static fr.preau.web.Wording.t;

import org.jspecify.annotations.Nullable;

/** What may be entrusted: a whole school, one class of it, or a node of the tree. */
public record Scope(Kind kind, long structure, @Nullable Long schoolClass, String label) {
    public enum Kind {
        SCHOOL,
        CLASS,
        NODE
    }

    /** How a form names it. */
    public String value() {
        return kind == Kind.CLASS ? "c" + structure + "-" + schoolClass : letter() + structure;
    }

    /** « École St Exupéry, toute l’administration » or « CP A ». */
    public String title() {
        return t("perimeter.scope." + kind, label);
    }

    private String letter() {
        return kind == Kind.SCHOOL ? "s" : "n";
    }

    boolean inSchool() {
        return kind != Kind.NODE;
    }
}
