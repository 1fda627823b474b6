package fr.preau;

/** Words as a reader reads them: the spaces that punctuation holds to are spaces. */
public final class Plain {
    private Plain() {}

    public static String words(String words) {
        return words.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
