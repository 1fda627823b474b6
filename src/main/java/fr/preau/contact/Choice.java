package fr.preau.contact;

import java.util.Arrays;
import java.util.Optional;

/** What a school decides for one cell of the matrix. */
enum Choice {
    /** As the level above: the région for a school, the school for a class. */
    USUAL,
    NONE,
    SAME_CLASS,
    SAME_SCHOOL;

    /** Whether the choice lets this scope through; the whole school holds its classes. */
    boolean opens(Scope scope) {
        return switch (this) {
            case USUAL, NONE -> false;
            case SAME_CLASS -> scope == Scope.SAME_CLASS;
            case SAME_SCHOOL -> scope == Scope.SAME_CLASS || scope == Scope.SAME_SCHOOL;
        };
    }

    static Optional<Choice> named(String name) {
        return Arrays.stream(values()).filter(choice -> choice.name().equals(name)).findFirst();
    }
}
