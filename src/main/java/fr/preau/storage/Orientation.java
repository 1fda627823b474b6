package fr.preau.storage;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one thing that we read of what a camera notes (Exif 2.32): which way up the image is. */
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final int START = 0xffd8;
    private static final int APP1 = 0xffe1;
    private static final int SCAN = 0xffda;
    private static final int TAG = 0x0112;
    private static final int MOST_SEGMENTS = 200;
    private static final long EXIF = 0x45786966_0000L;

    private Orientation() {}

    /** Upright whenever the notes cannot be read. */
    static int of(Path file) throws IOException {
        try (var bytes = new DataInputStream(Files.newInputStream(file))) {
            if (bytes.readUnsignedShort() != START) return UPRIGHT;
            for (var i = 0; i < MOST_SEGMENTS; i++) {
                var marker = bytes.readUnsignedShort();
                if (marker == SCAN || marker < 0xff00) return UPRIGHT;
                var length = bytes.readUnsignedShort() - 2;
                if (length < 0) return UPRIGHT;
                if (marker == APP1 && length > 14) {
                    var segment = ByteBuffer.wrap(bytes.readNBytes(length));
                    if (segment.remaining() == length && segment.getLong(0) >> 16 == EXIF)
                        return noted(segment.slice(6, length - 6));
                } else bytes.skipNBytes(length);
            }
            return UPRIGHT;
        } catch (EOFException ended) {
            return UPRIGHT;
        }
    }

    private static int noted(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            var at = tiff.getInt(4);
            var count = tiff.getShort(at) & 0xffff;
            for (var i = 0; i < count; i++) {
                var entry = at + 2 + 12 * i;
                if ((tiff.getShort(entry) & 0xffff) == TAG)
                    return Math.clamp(tiff.getShort(entry + 8), UPRIGHT, 8);
            }
        } catch (IndexOutOfBoundsException | BufferUnderflowException garbled) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }
}
