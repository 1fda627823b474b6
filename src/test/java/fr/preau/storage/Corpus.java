package fr.preau.storage;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people bring them, and as people bring them who mean harm; all made here. */
public final class Corpus {
    private Corpus() {}

    static byte[] letters(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] and(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) whole.writeBytes(part);
        return whole.toByteArray();
    }

    static byte[] image(String format, int width, int height) {
        var image =
                new BufferedImage(
                        width,
                        height,
                        format.equals("png")
                                ? BufferedImage.TYPE_INT_ARGB
                                : BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.setColor(Color.BLUE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        pen.fillRect(width / 2, height / 2, width / 2, height / 2);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A photograph taken on its side, which tells where. */
    public static byte[] photo(int width, int height, int orientation) {
        var jpeg = image("jpg", width, height);
        var tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(letters("II")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        tiff.putInt(0);
        tiff.putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(2)
                .put(letters("N\0\0\0"));
        tiff.put(letters("GPSLatitude 43.3544 3.1033"));
        var exif = and(letters("Exif\0\0"), Arrays.copyOf(tiff.array(), tiff.position()));
        var head =
                ByteBuffer.allocate(4).putShort((short) 0xffe1).putShort((short) (exif.length + 2));
        return and(
                Arrays.copyOf(jpeg, 2),
                head.array(),
                exif,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** An image of these dimensions, of which nothing but lines of zeros is there. */
    static byte[] pngBomb(int width, int height, long bytes) {
        try {
            var packed = new ByteArrayOutputStream();
            try (var deflater = new DeflaterOutputStream(packed, new Deflater(9))) {
                var zeros = new byte[1 << 20];
                for (var left = bytes; left > 0; left -= zeros.length)
                    deflater.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
            var png = new ByteArrayOutputStream();
            png.writeBytes(letters("\u0089PNG\r\n\u001a\n"));
            var head =
                    ByteBuffer.allocate(13)
                            .putInt(width)
                            .putInt(height)
                            .put(new byte[] {8, 2, 0, 0, 0});
            chunk(png, "IHDR", head.array());
            chunk(png, "IDAT", packed.toByteArray());
            chunk(png, "IEND", new byte[0]);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data)
            throws IOException {
        var out = new DataOutputStream(png);
        out.writeInt(data.length);
        var body = and(letters(type), data);
        out.write(body);
        var sum = new CRC32();
        sum.update(body);
        out.writeInt((int) sum.getValue());
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zipOf(String name, byte[] content) {
        return zip(Map.of(name, content));
    }

    private static final String TYPES =
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.%s+xml\"/></Types>";

    static byte[] office(String main, Map<String, byte[]> more) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("[Content_Types].xml", letters(TYPES.formatted(main)));
        entries.put("word/document.xml", letters("<w:document/>"));
        entries.putAll(more);
        return zip(entries);
    }

    static byte[] docx(Map<String, byte[]> more) {
        return office("wordprocessingml.document.main", more);
    }

    static byte[] openDocument(String type, Map<String, byte[]> more) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("mimetype", letters(type));
        entries.put("META-INF/manifest.xml", letters("<manifest/>"));
        entries.put("content.xml", letters("<office/>"));
        entries.putAll(more);
        return zip(entries);
    }

    /** Many entries of the directory that all point to the same few bytes. */
    static byte[] overlapping(int times) {
        var whole = docx(Map.of("word/blank.xml", new byte[2_000_000]));
        var bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        var end = whole.length - 22;
        var start = bytes.getInt(end + 16);
        var directory = Arrays.copyOfRange(whole, start, end);
        var last = directory.length - 46 - "word/blank.xml".length();
        var blank = Arrays.copyOfRange(directory, last, directory.length);
        var made = new ByteArrayOutputStream();
        made.writeBytes(Arrays.copyOf(whole, start));
        made.writeBytes(directory);
        for (var i = 0; i < times; i++) {
            var name = "word/blan%c.xml".formatted('a' + i);
            var copy = blank.clone();
            System.arraycopy(letters(name), 0, copy, 46, name.length());
            made.writeBytes(copy);
        }
        var tail =
                ByteBuffer.wrap(Arrays.copyOfRange(whole, end, whole.length))
                        .order(ByteOrder.LITTLE_ENDIAN);
        var count = (short) (tail.getShort(10) + times);
        tail.putShort(8, count)
                .putShort(10, count)
                .putInt(12, directory.length + times * blank.length);
        made.writeBytes(tail.array());
        return made.toByteArray();
    }

    /** The number at this place of the first entry of the directory is changed. */
    static byte[] lying(byte[] zip, int entry, int place, int value) {
        var bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        var at = bytes.getInt(zip.length - 22 + 16);
        for (var i = 0; i < entry; i++)
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        bytes.putInt(at + place, value);
        return bytes.array();
    }

    static byte[] ftyp(String brand, String more) {
        return and(
                new byte[] {0, 0, 0, 20}, letters("ftyp" + brand + "\0\0\0\0isom"), letters(more));
    }

    static byte[] webm(String codec) {
        return and(
                new byte[] {
                    0x1a,
                    0x45,
                    (byte) 0xdf,
                    (byte) 0xa3,
                    (byte) 0x9f,
                    0x42,
                    (byte) 0x82,
                    (byte) 0x84
                },
                letters("webm"),
                letters("........" + codec),
                new byte[2_000]);
    }

    static byte[] ogg(String codec) {
        return and(letters("OggS\0\2"), new byte[22], letters(codec), new byte[500]);
    }

    static byte[] mp3() {
        return and(
                letters("ID3\3\0\0\0\0\0\0"),
                new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0},
                new byte[2_000]);
    }
}
