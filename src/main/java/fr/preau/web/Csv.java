package fr.preau.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A table to take away: semicolons, accents that spreadsheets read, and no formula. */
public final class Csv {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Csv() {}

    public static ResponseEntity<byte[]> download(List<List<String>> lines, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(of(lines).getBytes(StandardCharsets.UTF_8));
    }

    public static String of(List<List<String>> lines) {
        var text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        // It keeps lines back until it is closed.
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            for (var line : lines) csv.writeRecord(line.stream().map(Csv::cell).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A cell that a spreadsheet would calculate is made a text by an apostrophe. */
    private static String cell(String text) {
        return text.matches("(?s)\\s*[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
