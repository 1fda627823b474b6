package fr.preau.storage;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All the blobs that begin alike. Whoever keeps one holds the shelf with the others who do, until
 * the row that names it can be seen; whoever sweeps holds it alone, or comes back another time. So
 * nothing is swept between « it lies there already » and the row.
 */
record Shelf(String digits) {
    private static final int LOCK = 7_261_735;
    private static final int SHELVES = 256;

    static Shelf of(String content) {
        return new Shelf(content.substring(0, 2));
    }

    static java.util.stream.Stream<Shelf> all() {
        return java.util.stream.IntStream.range(0, SHELVES)
                .mapToObj(n -> new Shelf(java.util.HexFormat.of().toHexDigits((byte) n)));
    }

    void share(JdbcClient db) {
        db.sql("select pg_advisory_xact_lock_shared(:lock, :shelf)")
                .param("lock", LOCK)
                .param("shelf", number())
                .query((row, n) -> n)
                .single();
    }

    boolean takeAlone(JdbcClient db) {
        return db.sql("select pg_try_advisory_xact_lock(:lock, :shelf)")
                .param("lock", LOCK)
                .param("shelf", number())
                .query(Boolean.class)
                .single();
    }

    private int number() {
        return Integer.parseInt(digits, 16);
    }
}
