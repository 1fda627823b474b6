package fr.preau.agreements;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.stereotype.Component;

/**
 * Looks at a PDF that somebody brings back signed: is it one, and of which convention? Our mark is
 * read in its words or, on a scan, in the code of its pages. What strangers send is read within
 * limits: its size, its pages, one at a time.
 */
@Component
class ReturnedPages {
    static final int LARGEST = 10_000_000;
    private static final int MOST_PAGES = 60;
    private static final int PAGES_LOOKED_AT = 4;

    /** A page of A4 at this scale is some two million points: enough for a code of 15 mm. */
    private static final float DOTS_PER_INCH = 150;

    private static final float LARGEST_SIDE = 1_300;

    private final Semaphore one = new Semaphore(1, true);

    enum Verdict {
        /** The convention, in this edition. */
        SAME,
        /** No mark was found: perhaps a scan of poor quality. */
        UNREAD,
        OTHER_AGREEMENT,
        OTHER_EDITION,
        HEAVY,
        EMPTY,
        NOT_PDF,
        LOCKED,
        TOO_LONG
    }

    /** {@code found} is the mark that was read, if any. */
    record Look(Verdict verdict, Optional<Mark> found) {
        static Look at(Verdict verdict) {
            return new Look(verdict, Optional.empty());
        }
    }

    Look look(byte[] bytes, Mark expected) {
        if (bytes.length == 0) return Look.at(Verdict.EMPTY);
        if (bytes.length > LARGEST) return Look.at(Verdict.HEAVY);
        if (!startsAsPdf(bytes)) return Look.at(Verdict.NOT_PDF);
        one.acquireUninterruptibly();
        try (var document =
                Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.isEncrypted()) return Look.at(Verdict.LOCKED);
            if (document.getNumberOfPages() > MOST_PAGES) return Look.at(Verdict.TOO_LONG);
            return judge(mark(document), expected);
        } catch (org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException e) {
            return Look.at(Verdict.LOCKED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Look.at(Verdict.NOT_PDF);
        } finally {
            one.release();
        }
    }

    private static boolean startsAsPdf(byte[] bytes) {
        return bytes.length > 5
                && new String(bytes, 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .equals("%PDF-");
    }

    private static Look judge(Optional<Mark> found, Mark expected) {
        if (found.isEmpty()) return Look.at(Verdict.UNREAD);
        if (!found.get().reference().equals(expected.reference()))
            return new Look(Verdict.OTHER_AGREEMENT, found);
        return new Look(
                found.get().edition() == expected.edition() ? Verdict.SAME : Verdict.OTHER_EDITION,
                found);
    }

    private static Optional<Mark> mark(PDDocument document) throws IOException {
        var words = new PDFTextStripper();
        words.setEndPage(PAGES_LOOKED_AT);
        var written = Mark.in(words.getText(document));
        return written.isPresent() ? written : photographed(document);
    }

    private static Optional<Mark> photographed(PDDocument document) throws IOException {
        var renderer = new PDFRenderer(document);
        for (var page = 0; page < Math.min(PAGES_LOOKED_AT, document.getNumberOfPages()); page++) {
            var box = document.getPage(page).getCropBox();
            if (Math.max(box.getWidth(), box.getHeight()) > LARGEST_SIDE) continue;
            var found = codes(renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.GRAY));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<Mark> codes(BufferedImage image) {
        var width = image.getWidth();
        var height = image.getHeight();
        var dots = image.getRGB(0, 0, width, height, null, 0, width);
        try {
            var read =
                    new QRCodeMultiReader()
                            .decodeMultiple(
                                    new BinaryBitmap(
                                            new HybridBinarizer(
                                                    new RGBLuminanceSource(width, height, dots))),
                                    Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE));
            return Arrays.stream(read)
                    .map(result -> Mark.in(result.getText()))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
