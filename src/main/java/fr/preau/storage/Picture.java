package fr.preau.storage;

import static fr.preau.storage.Refused.Reason.BUSY;
import static fr.preau.storage.Refused.Reason.PIXELS;
import static fr.preau.storage.Refused.Reason.UNREADABLE;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Makes an image again from its pixels alone: what else the file carried (where it was taken, by
 * whom, another file behind it) stays behind. Its size is asked before anything is decoded.
 */
final class Picture {
    static final int LONGEST = 2_560;
    static final int SMALL = 480;

    private static final long MOST_PIXELS = 40_000_000;
    private static final double MOST_DECODED = 16e6;
    private static final int LONGEST_SIDE = 30_000;
    private static final float QUALITY = 0.86f;

    /** Decoding is what takes the memory: a few at once, whatever arrives. */
    private static final Semaphore TURN = new Semaphore(2);

    private static final int PATIENCE_SECONDS = 15;

    static {
        ImageIO.setUseCache(false);
        ImageIO.scanForPlugins();
    }

    /** What was written: the type and the size of the image. */
    record Made(String mediaType, int width, int height) {}

    private Picture() {}

    static Made remake(Path source, String mediaType, Path image, Path thumbnail)
            throws IOException, Unacceptable {
        if (!turn()) throw new Unacceptable(BUSY);
        try {
            var turned = upright(decoded(source, mediaType), Orientation.of(source));
            var whole = within(turned, LONGEST);
            var type = mediaType.equals("image/jpeg") || photo(whole, mediaType) ? "jpeg" : "png";
            write(whole, type, image);
            write(within(whole, SMALL), type, thumbnail);
            return new Made("image/" + type, whole.getWidth(), whole.getHeight());
        } finally {
            TURN.release();
        }
    }

    private static boolean turn() {
        try {
            return TURN.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean photo(BufferedImage image, String mediaType) {
        return mediaType.equals("image/webp") && !image.getColorModel().hasAlpha();
    }

    private static BufferedImage decoded(Path source, String mediaType)
            throws IOException, Unacceptable {
        var readers = ImageIO.getImageReadersByMIMEType(mediaType);
        if (!readers.hasNext()) throw new Unacceptable(Refused.Reason.TYPE);
        var reader = readers.next();
        try (var bytes = new FileImageInputStream(source.toFile())) {
            reader.setInput(bytes, true, true);
            return first(reader);
        } catch (IOException | RuntimeException damaged) {
            // Decoders tell a damaged file in many ways: indexes, negative sizes, unknown types.
            throw new Unacceptable(UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage first(ImageReader reader) throws IOException, Unacceptable {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (width < 1 || height < 1) throw new Unacceptable(UNREADABLE);
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS)
            throw new Unacceptable(PIXELS);
        var step =
                Math.max(
                        Math.max(width, height) / LONGEST,
                        (int) Math.ceil(Math.sqrt((double) width * height / MOST_DECODED)));
        step = Math.clamp(step, 1, Math.min(width, height));
        var wish = reader.getDefaultReadParam();
        wish.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wish);
    }

    /** The way up that the camera has noted (TIFF 6.0, Orientation). */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        var w = image.getWidth();
        var h = image.getHeight();
        var move =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
                    default -> new AffineTransform();
                };
        return orientation < 5 ? drawn(image, w, h, move) : drawn(image, h, w, move);
    }

    private static BufferedImage within(BufferedImage image, int side) {
        var now = image;
        while (true) {
            var longest = Math.max(now.getWidth(), now.getHeight());
            if (longest <= side) return now;
            // By halves at most, or fine lines would be left out.
            var next = Math.max(side, (longest + 1) / 2);
            var scale = (double) next / longest;
            var width = Math.max(1, (int) Math.round(now.getWidth() * scale));
            var height = Math.max(1, (int) Math.round(now.getHeight() * scale));
            var move =
                    AffineTransform.getScaleInstance(
                            (double) width / now.getWidth(), (double) height / now.getHeight());
            now = drawn(now, width, height, move);
        }
    }

    private static BufferedImage drawn(
            BufferedImage image, int width, int height, AffineTransform move) {
        var type =
                image.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_INT_ARGB
                        : BufferedImage.TYPE_INT_RGB;
        var drawing = new BufferedImage(width, height, type);
        var pen = drawing.createGraphics();
        hint(pen);
        pen.drawImage(image, move, null);
        pen.dispose();
        return drawing;
    }

    private static void hint(Graphics2D pen) {
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    private static void write(BufferedImage image, String type, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(type).next();
        try (var bytes = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(bytes);
            var wish = writer.getDefaultWriteParam();
            if (type.equals("jpeg")) {
                wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                wish.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), wish);
        } finally {
            writer.dispose();
        }
    }
}
