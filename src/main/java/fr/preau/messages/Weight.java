package fr.preau.messages;

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
        PERIMETER
    }
}
