package fr.preau.print;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A QR code as an image inside the document: {@code data:image/png}, its quiet zone included. */
public final class QrImage {
    private static final int QUIET = 4;
    private static final int DOTS = 6;

    private QrImage() {}

    public static String of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var side = (code.size + 2 * QUIET) * DOTS;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                image.setRGB(
                        x, y, code.getModule(x / DOTS - QUIET, y / DOTS - QUIET) ? 0 : 0xffffff);
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
