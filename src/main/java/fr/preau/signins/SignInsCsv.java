package fr.preau.signins;

import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines as a French spreadsheet reads them: semicolons, a mark of UTF-8. */
final class SignInsCsv {
    private static final String UTF8_MARK = "\uFEFF";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(Dates.SCHOOL_TIME);

    private SignInsCsv() {}

    static String of(List<SignInsPage.Line> lines) {
        var csv = new StringBuilder(UTF8_MARK).append(t("signins.csv")).append("\r\n");
        for (var line : lines)
            csv.append(
                            row(
                                    MOMENT.format(line.at()),
                                    line.name(),
                                    t("web.profile." + line.profile()),
                                    SignInsPage.manner(line),
                                    line.device() == null ? "" : line.device()))
                    .append("\r\n");
        return csv.toString();
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(SignInsCsv::cell).collect(Collectors.joining(";"));
    }

    /** Quoted; what a spreadsheet would take for a formula stays a text. */
    private static String cell(String words) {
        var safe = words.matches("^[=+\\-@\\t\\r].*") ? "'" + words : words;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
