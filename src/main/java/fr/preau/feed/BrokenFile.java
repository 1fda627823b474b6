package fr.preau.feed;

/** A file that cannot be read further, with the reason in French and where it stops. */
final class BrokenFile extends Exception {
    BrokenFile(String reason) {
        super(reason);
    }
}
