package fr.preau.messages;

import java.util.Collection;
import java.util.Comparator;

/**
 * How many a message is for.
 *
 * @param people everybody, each once
 * @param others those chosen one by one
 * @param families through circles, a child's family counting once, and everybody else once
 * @param widest the widest of those circles
 */
public record Weight(int people, int others, int families, Widest widest) {
    public enum Widest {
        NONE,
        CLASS,
        SCHOOL,
        PERIMETER;

        static Widest of(Collection<Token> chosen) {
            return chosen.stream()
                    .map(token ->
                            switch (token.kind()) {
                                case PERSON -> NONE;
                                case FAMILY, CLASS -> CLASS;
                                case SCHOOL -> SCHOOL;
                                case NODE -> PERIMETER;
                            })
                    .max(Comparator.naturalOrder())
                    .orElse(NONE);
        }
    }
}
