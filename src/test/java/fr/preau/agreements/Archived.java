package fr.preau.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** PDF files as they are kept and as they come back. */
final class Archived {
    private Archived() {}

    /** PDF/A-2u and PDF/UA-1, as veraPDF reads the standards. */
    static void conforms(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (var flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_2_U, PDFAFlavour.PDFUA_1}) {
            try (var parser =
                            Foundries.defaultInstance()
                                    .createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertThat(result.getTestAssertions()).as(flavour.getId()).isEmpty();
                assertThat(result.isCompliant()).as(flavour.getId()).isTrue();
            }
        }
    }

    /** The same pages as a copier makes them: images, slightly grey. */
    static byte[] scanned(byte[] pdf) throws Exception {
        try (var source = Loader.loadPDF(pdf);
                var scan = new PDDocument()) {
            var renderer = new PDFRenderer(source);
            for (var i = 0; i < source.getNumberOfPages(); i++) {
                var image = renderer.renderImageWithDPI(i, 150, ImageType.RGB);
                var page = new PDPage(PDRectangle.A4);
                scan.addPage(page);
                try (var content = new PDPageContentStream(scan, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(scan, image, .6f),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            return saved(scan);
        }
    }

    /** A few kilobytes that ask for two billion bytes. */
    static byte[] bomb() throws Exception {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var image = new PDImageXObject(document);
            var stream = image.getCOSObject();
            stream.setInt(COSName.WIDTH, 40_000);
            stream.setInt(COSName.HEIGHT, 40_000);
            stream.setInt(COSName.BITS_PER_COMPONENT, 8);
            stream.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            try (var bytes = stream.createOutputStream(COSName.FLATE_DECODE)) {
                var zeros = new byte[1_000_000];
                for (var i = 0; i < 400; i++) bytes.write(zeros);
            }
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, 100, 100);
            }
            return saved(document);
        }
    }

    static byte[] blank() throws Exception {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws Exception {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
