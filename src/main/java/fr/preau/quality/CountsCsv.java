package fr.preau.quality;

import static fr.preau.web.Wording.t;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts by school as a French spreadsheet reads them: semicolons, a mark of UTF-8, a line per
 * school.
 */
final class CountsCsv {
    private static final String UTF8_MARK = "\uFEFF";

    private CountsCsv() {}

    static String of(List<Perimeters.Line> lines) {
        var schools = new LinkedHashMap<List<String>, Map<Figure, Integer>>();
        for (var line : lines)
            schools.computeIfAbsent(
                            List.of(line.uai(), line.name(), line.city()),
                            school -> new EnumMap<>(Figure.class))
                    .put(Figure.valueOf(line.figure()), line.count());
        var csv = new StringBuilder(UTF8_MARK).append(head()).append("\r\n");
        schools.forEach((school, counts) -> csv.append(row(school, counts)).append("\r\n"));
        return csv.toString();
    }

    private static String head() {
        return t("quality.csv.school")
                + Arrays.stream(Figure.values())
                        .map(figure -> ";" + cell(figure.label()))
                        .collect(Collectors.joining());
    }

    private static String row(List<String> school, Map<Figure, Integer> counts) {
        return school.stream().map(CountsCsv::cell).collect(Collectors.joining(";"))
                + Arrays.stream(Figure.values())
                        .map(figure -> ";" + counts.getOrDefault(figure, 0))
                        .collect(Collectors.joining());
    }

    /** Quoted; what a spreadsheet would take for a formula stays a text. */
    private static String cell(String words) {
        var safe = words.matches("^[=+\\-@\\t\\r].*") ? "'" + words : words;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
