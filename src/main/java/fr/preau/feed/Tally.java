package fr.preau.feed;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What a merge has done: rows created and rows changed. */
record Tally(long created, long changed) {
    static final Tally NOTHING = new Tally(0, 0);

    /** Ends a merge's common table expression {@code done}. */
    static final String OF_DONE =
            """

            select count(*) filter (where action = 'INSERT') as created, count(*) filter (where action <> 'INSERT') as changed from done
            """;

    static Tally of(StatementSpec statement) {
        return statement
                .query((row, n) -> new Tally(row.getLong("created"), row.getLong("changed")))
                .single();
    }

    Tally plus(Tally other) {
        return new Tally(created + other.created, changed + other.changed);
    }

    long total() {
        return created + changed;
    }
}
