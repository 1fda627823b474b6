package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * The table for accounting, a line for each school of each titre: semicolons, accents that
 * spreadsheets read, and no formula.
 */
final class OrdersCsv {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private OrdersCsv() {}

    record Row(
            String reference,
            String agreementReference,
            @Nullable LocalDate townSignedOn,
            @Nullable LocalDate regionSignedOn,
            String debtorName,
            String siret,
            String street,
            String postalCode,
            String city,
            String chorusService,
            String commitmentNumber,
            int year,
            String uai,
            String label,
            long cents,
            long totalCents,
            OrderState state,
            @Nullable String number) {}

    static ResponseEntity<byte[]> download(List<Row> rows, TermsOfDay terms, OrderFilter filter) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        t("revenue.csv.name", filter.year()),
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(of(rows, terms.of(RevenueTerm.OBJECT)).getBytes(StandardCharsets.UTF_8));
    }

    static String of(List<Row> rows, String object) {
        var text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        // It keeps lines back until it is closed.
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(t("revenue.csv").split(";"));
            for (var row : rows)
                csv.writeRecord(record(row, object).stream().map(OrdersCsv::cell).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> record(Row row, String object) {
        return List.of(
                row.reference(),
                row.agreementReference(),
                Written.day(row.townSignedOn()),
                Written.day(row.regionSignedOn()),
                row.debtorName(),
                row.siret(),
                row.street(),
                row.postalCode(),
                row.city(),
                row.chorusService(),
                row.commitmentNumber(),
                object + " " + row.year() + "-" + (row.year() + 1),
                row.uai(),
                row.label(),
                Amount.forPrograms(row.cents()),
                Amount.forPrograms(row.totalCents()),
                row.state().label(),
                row.number() == null ? "" : row.number());
    }

    /** A cell that a spreadsheet would calculate is made a text by an apostrophe. */
    private static String cell(String text) {
        return text.matches("(?s)\\s*[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
