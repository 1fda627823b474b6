package fr.preau.network;

/**
 * What a test has sent us: only how much. Read before the transaction of the request begins, so
 * that a slow line holds no connection to the database, and never further than one byte above what
 * is allowed.
 */
record Brought(int bytes) {
    static final int MOST = 1_000_000;

    boolean isTooMuch() {
        return bytes > MOST;
    }
}
