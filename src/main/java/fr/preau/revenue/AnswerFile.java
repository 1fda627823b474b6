package fr.preau.revenue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what accounting answers: a small table, its columns known by their names. */
final class AnswerFile {
    static final int MOST_BYTES = 1024 * 1024;
    static final int MOST_LINES = 5_000;
    private static final int LONGEST_CELL = 200;
    private static final int MOST_CELLS = 60;
    private static final Charset LATIN = Charset.forName("windows-1252");

    private AnswerFile() {}

    private enum Column {
        REFERENCE("reference"),
        ISSUED("emission"),
        PAID("montant"),
        PAID_ON("paiement"),
        NUMBER("numero");

        final String word;

        Column(String word) {
            this.word = word;
        }
    }

    static List<Answer> read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) throw new Unreadable("heavy");
        var records = records(text(bytes));
        if (records.isEmpty()) throw new Unreadable("empty");
        var places = places(records.getFirst().getFields());
        var answers = new ArrayList<Answer>();
        for (var record : records.subList(1, records.size()))
            if (!record.getFields().stream().allMatch(String::isBlank))
                answers.add(answer(record, places));
        if (answers.isEmpty()) throw new Unreadable("no-line");
        return answers;
    }

    private static Answer answer(CsvRecord record, Map<Column, Integer> places) {
        return new Answer(
                (int) record.getStartingLineNumber(),
                cell(record, places.get(Column.NUMBER)),
                cell(record, places.get(Column.REFERENCE)),
                cell(record, places.get(Column.ISSUED)),
                cell(record, places.get(Column.PAID)),
                cell(record, places.get(Column.PAID_ON)));
    }

    /** Without the apostrophe that keeps a spreadsheet from calculating. */
    private static String cell(CsvRecord record, @org.jspecify.annotations.Nullable Integer place) {
        if (place == null || place >= record.getFieldCount()) return "";
        return record.getField(place).replaceAll("\\p{Cntrl}", " ").strip().replaceFirst("^'", "");
    }

    private static Map<Column, Integer> places(List<String> headers) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var i = 0; i < headers.size(); i++)
            for (var column : Column.values())
                if (plain(headers.get(i)).contains(column.word)) {
                    places.putIfAbsent(column, i);
                    break;
                }
        for (var column : List.of(Column.REFERENCE, Column.NUMBER, Column.ISSUED))
            if (!places.containsKey(column)) throw new Unreadable("columns");
        return places;
    }

    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<CsvRecord> records(String text) {
        var handler =
                CsvRecordHandler.of(
                        limits -> limits.maxFields(MOST_CELLS).maxFieldSize(LONGEST_CELL));
        var all = new ArrayList<CsvRecord>();
        try (var reader =
                CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowExtraCharsAfterClosingQuote(true)
                        .allowUnclosedQuote(false)
                        .build(handler, text)) {
            for (var record : reader) {
                all.add(record);
                if (all.size() > MOST_LINES + 1) throw new Unreadable("long", MOST_LINES);
            }
        } catch (CsvParseException broken) {
            throw new Unreadable("line", all.size() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        for (var candidate : new char[] {';', '\t', ','})
            if (header.indexOf(candidate) >= 0) return candidate;
        return ';';
    }

    /** UTF-8 if it holds, else the letters of an office computer. */
    private static String text(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K')
            throw new Unreadable("workbook");
        for (var one : bytes) if (one == 0) throw new Unreadable("binary");
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replaceFirst("^\ufeff", "");
        } catch (CharacterCodingException latin) {
            return new String(bytes, LATIN);
        }
    }
}
