package fr.preau.classes;

import static fr.preau.web.Wording.t;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of a class for a spreadsheet: names and levels, and no cell that it would calculate. */
final class ClassCsv {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private ClassCsv() {}

    static String of(List<ClassPage.Pupil> pupils) {
        var head = line(t("classes.last-name"), t("classes.first-name"), t("classes.level"));
        return pupils.stream()
                .map(pupil -> line(pupil.lastName(), pupil.firstName(), pupil.level()))
                .collect(Collectors.joining("", BYTE_ORDER_MARK + head, ""));
    }

    private static String line(String... cells) {
        return Stream.of(cells).map(ClassCsv::cell).collect(Collectors.joining(";")) + "\r\n";
    }

    /** A cell that begins like a formula is made a text by an apostrophe. */
    static String cell(String text) {
        var safe = text.matches("(?s)\\s*[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[;\"\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
