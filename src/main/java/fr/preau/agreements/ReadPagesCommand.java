package fr.preau.agreements;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import fr.preau.web.Command;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads the mark of a PDF that it is given, in a process of its own: what a stranger's file makes
 * it do costs that process only. Says on one line what it found: {@code MARK reference edition}
 * ({@code OURS} when it is our own file, as it was downloaded), or which of {@link
 * ReturnedPages.Verdict} it is.
 */
public final class ReadPagesCommand implements Command {
    static final String NAME = "read-pages";
    private static final int MOST_PAGES = 60;
    private static final int PAGES_LOOKED_AT = 4;

    /** A page of A4 at this scale is some two million points: enough for a code of 15 mm. */
    private static final float DOTS_PER_INCH = 150;

    private static final float LARGEST_SIDE = 1_300;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(List<String> arguments) {
        try {
            System.out.println(found(System.in.readNBytes(ReturnedPages.LARGEST + 1)));
            return 0;
        } catch (IOException e) {
            return 1;
        }
    }

    private static String found(byte[] bytes) {
        try (var document =
                Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.isEncrypted()) return ReturnedPages.Verdict.LOCKED.name();
            if (document.getNumberOfPages() > MOST_PAGES)
                return ReturnedPages.Verdict.TOO_LONG.name();
            var mark = mark(document);
            if (mark.isEmpty()) return ReturnedPages.Verdict.UNREAD.name();
            return (isOurs(document) ? "OURS " : "MARK ")
                    + mark.get().reference()
                    + " "
                    + mark.get().edition();
        } catch (InvalidPasswordException e) {
            return ReturnedPages.Verdict.LOCKED.name();
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return ReturnedPages.Verdict.NOT_PDF.name();
        }
    }

    /** As it was downloaded: made here, and nobody has signed or drawn on it. */
    private static boolean isOurs(PDDocument document) throws IOException {
        if (!"Préau".equals(document.getDocumentInformation().getProducer())) return false;
        if (!document.getSignatureDictionaries().isEmpty()) return false;
        for (var page : document.getPages()) if (!page.getAnnotations().isEmpty()) return false;
        return true;
    }

    private static Optional<Mark> mark(PDDocument document) throws IOException {
        var words = new PDFTextStripper();
        words.setEndPage(PAGES_LOOKED_AT);
        var written = Mark.in(words.getText(document));
        return written.isPresent() ? written : photographed(document);
    }

    private static Optional<Mark> photographed(PDDocument document) throws IOException {
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        renderer.setAnnotationsFilter(annotation -> false);
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
