package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import fr.preau.web.Exports.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that somebody takes away: a page to read without Préau and without a network, and the
 * same in JSON.
 */
final class Archive {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String STYLE =
            """
            body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1d2433; background: #fffdf8; }
            h2 { margin-top: 2.5rem; } dl { padding: 1rem; border: 1px solid #d8d2c4; border-radius: .75rem; background: #fff; }
            dt { color: #555e70; font-size: .9rem; } dd { margin: 0 0 .6rem; white-space: pre-line; overflow-wrap: anywhere; }\
            """;

    private Archive() {}

    static byte[] of(String who, LocalDate day, List<Section> sections) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "index.html", page(who, day, sections));
            for (var section : sections)
                put(zip, section.name() + ".json", JSON.writeValueAsString(plain(section.rows())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Days and moments as ISO 8601 says them. */
    private static List<Map<String, Object>> plain(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> {
                    var plain = new LinkedHashMap<String, Object>();
                    row.forEach((column, value) -> plain.put(column, iso(value)));
                    return (Map<String, Object>) plain;
                })
                .toList();
    }

    private static @Nullable Object iso(@Nullable Object value) {
        return switch (value) {
            case Timestamp moment -> moment.toInstant().toString();
            case Date day -> day.toLocalDate().toString();
            case null, default -> value;
        };
    }

    private static String page(String who, LocalDate day, List<Section> sections) {
        var html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>")
                .append(safe(t("access.export.file.title", who)))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body><main><h1>")
                .append(safe(t("access.export.file.title", who)))
                .append("</h1><p>")
                .append(safe(t("access.export.file.lead", Dates.onPaper(day))))
                .append("</p>\n");
        sections.forEach(section -> write(html, section, day));
        return html.append("</main></body></html>\n").toString();
    }

    private static void write(StringBuilder html, Section section, LocalDate today) {
        html.append("<section><h2>").append(safe(section.title())).append("</h2>\n");
        if (section.rows().isEmpty())
            html.append("<p>").append(t("access.export.file.none")).append("</p>\n");
        for (var row : section.rows()) {
            html.append("<dl>");
            row.forEach((column, value) -> {
                if (value == null || value.toString().isBlank()) return;
                html.append("<dt>")
                        .append(safe(section.label().apply(column)))
                        .append("</dt><dd>")
                        .append(safe(said(value)))
                        .append("</dd>");
            });
            html.append("</dl>\n");
        }
        html.append("</section>\n");
    }

    private static String said(Object value) {
        return switch (value) {
            case Timestamp moment -> Dates.onPaper(moment.toInstant());
            case Date day -> Dates.onPaper(day.toLocalDate());
            case Boolean yes -> t(yes ? "access.export.yes" : "access.export.no");
            default -> value.toString();
        };
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
