package fr.preau.feed;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows on their way to the staging tables, in the text format of COPY, handed on by chunks. */
final class Staging {
    /** A staging table, and whether its chunks are worth sending early. */
    enum Table {
        STRUCTURE,
        PERSON,
        CLASS,
        LINK,
        FUNCTION,
        LEAVER,
        FILE,
        REJECT;

        final String sql =
                "copy stage_" + name().toLowerCase(java.util.Locale.ROOT) + " from stdin";
    }

    record Chunk(Table table, byte[] rows) {}

    /** Takes chunks as they fill; may make the reader wait. */
    interface Taker {
        void take(Chunk chunk) throws InterruptedException;
    }

    private static final int CHUNK = 256 * 1024;

    private final Map<Table, StringBuilder> rows = new EnumMap<>(Table.class);
    private final Taker taker;

    Staging(Taker taker) {
        this.taker = taker;
        for (var table : Table.values()) rows.put(table, new StringBuilder(CHUNK + 4096));
    }

    void add(Table table, @Nullable Object... columns) throws InterruptedException {
        var row = rows.get(table);
        for (var i = 0; i < columns.length; i++) {
            if (i > 0) row.append('\t');
            column(row, columns[i]);
        }
        row.append('\n');
        if (row.length() >= CHUNK) send(table, row);
    }

    void reject(String file, String id, String reason, boolean warning)
            throws InterruptedException {
        add(Table.REJECT, file, id, reason, warning);
    }

    void flush() throws InterruptedException {
        for (var table : rows.entrySet())
            if (!table.getValue().isEmpty()) send(table.getKey(), table.getValue());
    }

    private void send(Table table, StringBuilder row) throws InterruptedException {
        taker.take(new Chunk(table, row.toString().getBytes(StandardCharsets.UTF_8)));
        row.setLength(0);
    }

    /** An empty text is an absent value everywhere in AAF. */
    private static void column(StringBuilder row, @Nullable Object value) {
        var text = value == null ? "" : value.toString();
        if (text.isEmpty()) {
            row.append("\\N");
            return;
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> row.append("\\\\");
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                default -> row.append(c);
            }
        }
    }
}
