package fr.preau.onde;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line must hold before anybody is looked for. */
final class Checks {
    private static final int LONGEST_NAME = 80;
    private static final Pattern INE = Pattern.compile("\\d{9}[A-Z]{2}|\\d{10}[A-Z]");

    /** A spreadsheet would run it; no name begins so. */
    private static final Pattern FORMULA = Pattern.compile("^[=+@\\-].*", Pattern.DOTALL);

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final List<DateTimeFormatter> DAYS =
            List.of(day("uuuu-MM-dd"), day("dd/MM/uuuu"), day("d/M/uuuu"));

    private Checks() {}

    private static DateTimeFormatter day(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    static void names(Line line, Column last, Column first, List<Remark> remarks) {
        name(last, line.lastName().isEmpty() ? line.usualName() : line.lastName(), remarks);
        name(first, line.firstName(), remarks);
        if (!line.usualName().isEmpty()) name(last, line.usualName(), remarks);
        if (FORMULA.matcher(line.classLabel()).matches())
            remarks.add(Remark.blocking("formula", Column.PUPIL_CLASS.label()));
    }

    private static void name(Column column, String value, List<Remark> remarks) {
        if (value.isEmpty()) remarks.add(Remark.blocking("missing", column.label()));
        else if (FORMULA.matcher(value).matches())
            remarks.add(Remark.blocking("formula", column.label()));
        else if (value.length() > LONGEST_NAME
                || CONTROL.matcher(value).find()
                || !LETTER.matcher(value).find())
            remarks.add(Remark.blocking("name", column.label()));
    }

    /** The birth date; null when it is not said, and a remark when it cannot be read. */
    static @Nullable LocalDate birth(Line line, List<Remark> remarks) {
        if (line.birthDate().isEmpty()) {
            remarks.add(Remark.warning("birth"));
            return null;
        }
        for (var format : DAYS) {
            try {
                return LocalDate.parse(line.birthDate(), format);
            } catch (DateTimeException next) {
                // Another writing may fit.
            }
        }
        remarks.add(Remark.blocking("birth"));
        return null;
    }

    static @Nullable String ine(Line line, List<Remark> remarks) {
        if (line.ine().isEmpty()) return null;
        var ine = line.ine().replace(" ", "").toUpperCase(java.util.Locale.ROOT);
        if (INE.matcher(ine).matches()) return ine;
        remarks.add(Remark.warning("ine"));
        return null;
    }
}
