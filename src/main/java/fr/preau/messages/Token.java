package fr.preau.messages;

import fr.preau.contact.Side;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen as recipients, as a form carries it: {@code p12} a person, {@code f12} the
 * guardians of a pupil, {@code c12.PUPIL} those of a class, {@code s12.TEACHER} those of a school,
 * {@code n12.DIRECTOR} those below a node of the tree.
 */
record Token(Kind kind, long id, @Nullable Side side) {
    enum Kind {
        PERSON('p'),
        FAMILY('f'),
        CLASS('c'),
        SCHOOL('s'),
        NODE('n');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        private boolean isCircle() {
            return this == CLASS || this == SCHOOL || this == NODE;
        }
    }

    private static final Pattern SHAPE =
            Pattern.compile("([pfcsn])(\\d{1,18})(?:\\.(PUPIL|GUARDIAN|TEACHER|DIRECTOR))?");

    /** Empty for what no screen of ours offers. */
    static Optional<Token> parse(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) return Optional.empty();
        for (var kind : Kind.values())
            if (kind.letter == shape.group(1).charAt(0)
                    && kind.isCircle() == (shape.group(3) != null))
                return Optional.of(
                        new Token(
                                kind,
                                Long.parseLong(shape.group(2)),
                                shape.group(3) == null ? null : Side.valueOf(shape.group(3))));
        return Optional.empty();
    }

    static Token person(long id) {
        return new Token(Kind.PERSON, id, null);
    }

    static Token family(long pupil) {
        return new Token(Kind.FAMILY, pupil, null);
    }

    @Override
    public String toString() {
        return kind.letter + Long.toString(id) + (side == null ? "" : "." + side);
    }
}
