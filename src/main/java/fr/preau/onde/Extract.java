package fr.preau.onde;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of ONDE: which one it is, the columns it has and its lines. */
record Extract(String file, Kind kind, Set<Column> found, List<Line> lines) {
    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final int MOST_LINES = 10_000;
    private static final int LONGEST_CELL = 1_000;
    private static final int MOST_CELLS = 400;

    static Extract read(String file, byte[] bytes) {
        if (bytes.length > MOST_BYTES) throw new Unreadable("heavy");
        if (bytes.length == 0) throw new Unreadable("empty");
        var text = Letters.of(bytes);
        var records = records(text, separator(text));
        if (records.isEmpty()) throw new Unreadable("empty");
        var headers = Headers.of(records.getFirst().getFields());
        var lines = new ArrayList<Line>();
        for (var record : records.subList(1, records.size())) {
            if (record.getFields().stream().allMatch(String::isBlank)) continue;
            read(headers, record, lines);
            if (lines.size() > 4 * MOST_LINES) throw new Unreadable("long", MOST_LINES);
        }
        if (lines.isEmpty()) throw new Unreadable("no-line");
        return new Extract(file, headers.kind(), headers.found(), lines);
    }

    private static List<CsvRecord> records(String text, char separator) {
        var handler =
                CsvRecordHandler.of(
                        limits -> limits.maxFields(MOST_CELLS).maxFieldSize(LONGEST_CELL));
        @Nullable CsvRecord last = null;
        var all = new ArrayList<CsvRecord>();
        try (var reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowExtraCharsAfterClosingQuote(true)
                        .allowUnclosedQuote(false)
                        .build(handler, text)) {
            for (var record : reader) {
                last = record;
                all.add(record);
                if (all.size() > MOST_LINES + 1) throw new Unreadable("long", MOST_LINES);
            }
        } catch (CsvParseException broken) {
            throw new Unreadable("line", last == null ? 1 : last.getStartingLineNumber() + 1);
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return all;
    }

    /**
     * ONDE writes semicolons; a spreadsheet that saved the file again may have put something else.
     */
    private static char separator(String text) {
        var header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var best = ';';
        for (var candidate : new char[] {',', '\t'})
            if (count(header, candidate) > count(header, best)) best = candidate;
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static void read(Headers headers, CsvRecord record, List<Line> lines) {
        var cells = record.getFields();
        var number = (int) record.getStartingLineNumber();
        if (headers.kind() == Kind.PUPIL) {
            lines.add(pupil(headers, cells, number));
            return;
        }
        lines.add(guardian(headers, cells, number));
        for (var rank = 0; rank < headers.children(); rank++) {
            var child = child(headers, cells, number, rank);
            if (!child.name().isEmpty()) lines.add(child);
        }
    }

    private static Line pupil(Headers h, List<String> c, int number) {
        return new Line(
                Line.PUPIL,
                number,
                0,
                "",
                h.cell(c, Column.PUPIL_LAST),
                h.cell(c, Column.PUPIL_USUAL),
                h.cell(c, Column.PUPIL_FIRST),
                h.cell(c, Column.PUPIL_BIRTH),
                h.cell(c, Column.PUPIL_INE),
                h.cell(c, Column.PUPIL_LEVEL),
                h.cell(c, Column.PUPIL_CYCLE),
                h.cell(c, Column.PUPIL_CLASS),
                h.cell(c, Column.PUPIL_CLASS_KEY),
                h.cell(c, Column.PUPIL_STREET),
                h.cell(c, Column.PUPIL_POSTAL),
                h.cell(c, Column.PUPIL_CITY),
                h.cell(c, Column.PUPIL_COUNTRY),
                "",
                "",
                "",
                "");
    }

    private static Line guardian(Headers h, List<String> c, int number) {
        return new Line(
                Line.GUARDIAN,
                number,
                0,
                h.cell(c, Column.GUARDIAN_CIVILITY),
                h.cell(c, Column.GUARDIAN_LAST),
                h.cell(c, Column.GUARDIAN_USUAL),
                h.cell(c, Column.GUARDIAN_FIRST),
                "",
                "",
                "",
                "",
                "",
                "",
                h.cell(c, Column.GUARDIAN_STREET),
                h.cell(c, Column.GUARDIAN_POSTAL),
                h.cell(c, Column.GUARDIAN_CITY),
                h.cell(c, Column.GUARDIAN_COUNTRY),
                h.cell(c, Column.GUARDIAN_EMAIL),
                h.cell(c, Column.GUARDIAN_PHONE),
                h.cell(c, Column.GUARDIAN_WORK),
                h.cell(c, Column.GUARDIAN_MOBILE));
    }

    private static Line child(Headers h, List<String> c, int number, int rank) {
        var n = "";
        return new Line(
                Line.CHILD,
                number,
                rank + 1,
                n,
                h.cell(c, Column.CHILD_LAST, rank),
                h.cell(c, Column.CHILD_USUAL, rank),
                h.cell(c, Column.CHILD_FIRST, rank),
                n,
                n,
                n,
                n,
                h.cell(c, Column.CHILD_CLASS, rank),
                n,
                n,
                n,
                n,
                n,
                n,
                n,
                n,
                n);
    }
}
