package fr.preau.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import fr.preau.web.Views;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Makes a PDF/UA (ISO 14289-1, tagged: a screen reader reads it) of a template written in XHTML
 * with CSS for paper. Two at a time: a class of thirty is a second of work.
 */
@Component
public class Pdf {
    private static final int AT_ONCE = 2;

    /** Of a TrueType file: where its tables are named, and how long each name is. */
    private static final int DIRECTORY = 12;

    private static final int ENTRY = 16;

    private final Views views;
    private final byte[] regular = unligated(file("/print/andika.ttf"));
    private final byte[] bold = unligated(file("/print/andika-bold.ttf"));

    /** For a sign that the school's font does not have: it has those of all of Europe. */
    private final byte[] rest = file("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final Semaphore queue = new Semaphore(AT_ONCE, true);

    Pdf(Views views) {
        this.views = views;
    }

    /**
     * @param template of the feature, well-formed XHTML, e.g. {@code sheets/sheets.jte}
     * @param sheet its style for paper, e.g. {@code sheets.css}
     * @param data its parameters, by name
     */
    public byte[] of(String template, String sheet, Map<String, Object> data) {
        return make(template, sheet, data, builder -> {});
    }

    /**
     * The same, made to be kept for decades: PDF/A-2u (ISO 19005-2), with all that it needs inside.
     */
    public byte[] archive(String template, String sheet, Map<String, Object> data) {
        return make(
                template,
                sheet,
                data,
                builder -> {
                    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
                    builder.useColorProfile(colours);
                });
    }

    private byte[] make(
            String template,
            String sheet,
            Map<String, Object> data,
            Consumer<PdfRendererBuilder> also) {
        var html =
                views.document(template, data)
                        .replace("</head>", "<style>" + text(sheet) + "</style></head>");
        var pdf = new ByteArrayOutputStream();
        queue.acquireUninterruptibly();
        try {
            var builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useUnicodeLineBreaker(new Breaks());
            builder.useFont(() -> stream(regular), "Andika", 400, FontStyle.NORMAL, true);
            builder.useFont(() -> stream(bold), "Andika", 700, FontStyle.NORMAL, true);
            builder.useFont(() -> stream(rest), "Liberation", 400, FontStyle.NORMAL, true);
            for (var when : ExternalResourceControlPriority.values())
                builder.useExternalResourceAccessControl(
                        (address, type) -> address.startsWith("data:"), when);
            builder.withProducer("Préau");
            also.accept(builder);
            builder.withHtmlContent(html, null);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            queue.release();
        }
        return pdf.toByteArray();
    }

    /** A PDF to be kept by the one who asked for it, and by no cache on the way. */
    public static ResponseEntity<byte[]> download(byte[] pdf, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf);
    }

    /**
     * The font without its table of ligatures: what is drawn as one sign « fi » is read aloud, and
     * searched, as nothing.
     */
    private static byte[] unligated(byte[] font) {
        var tables = (font[4] & 0xff) << 8 | font[5] & 0xff;
        for (var entry = DIRECTORY; entry < DIRECTORY + tables * ENTRY; entry += ENTRY)
            if (new String(font, entry, 4, StandardCharsets.ISO_8859_1).equals("GSUB"))
                font[entry] = 'x';
        return font;
    }

    private static InputStream stream(byte[] font) {
        return new ByteArrayInputStream(font);
    }

    private static String text(String name) {
        return new String(file("/print/" + name), StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) {
        try (var file = Pdf.class.getResourceAsStream(name)) {
            if (file == null) throw new IllegalStateException("no file " + name);
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
