package fr.preau.sheets;

import static fr.preau.web.Wording.t;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The sheets for a mail merge: semicolons, accents that spreadsheets read, and no formula. */
final class SheetCsv {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private SheetCsv() {}

    static String of(List<Sheet> sheets) {
        var text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        // It keeps lines back until it is closed.
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(t("sheets.csv").split(";"));
            for (var sheet : sheets) csv.writeRecord(record(sheet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> record(Sheet sheet) {
        var holder = sheet.holder();
        return List.of(
                cell(holder.lastName()),
                cell(holder.firstName()),
                cell(holder.children() == null ? "" : holder.children()),
                cell(sheet.place()),
                cell(holder.login()),
                sheet.code() == null ? "" : sheet.code(),
                sheet.until(),
                sheet.address());
    }

    /** A cell that a spreadsheet would calculate is made a text by an apostrophe. */
    private static String cell(String text) {
        return text.matches("(?s)\\s*[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
