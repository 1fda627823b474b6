package fr.preau.liaison;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a PDF says; its first page is left under target/pages to be looked at. */
final class Papers {
    private Papers() {}

    static PDDocument read(byte[] pdf, String name) throws Exception {
        var document = Loader.loadPDF(pdf);
        var folder = Files.createDirectories(Path.of("target/pages"));
        ImageIO.write(image(document), "png", folder.resolve(name + ".png").toFile());
        return document;
    }

    private static BufferedImage image(PDDocument document) throws Exception {
        return new PDFRenderer(document).renderImageWithDPI(0, 80);
    }

    static String words(byte[] pdf, String name) throws Exception {
        try (var document = read(pdf, name)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
