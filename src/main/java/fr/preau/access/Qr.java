package fr.preau.access;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as an SVG path in modules, four modules of quiet zone included. */
public final class Qr {
    private Qr() {}

    /** Side of the drawing and its path: {@code viewBox="0 0 side side"}. */
    public record Drawing(int side, String path) {}

    public static Drawing of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y))
                    path.append('M').append(x + 4).append(' ').append(y + 4).append("h1v1h-1z");
            }
        }
        return new Drawing(code.size + 8, path.toString());
    }
}
