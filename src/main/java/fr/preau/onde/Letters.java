package fr.preau.onde;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The letters of a file whose encoding nobody says: a mark means UTF-8, then UTF-8 if it holds,
 * else the Latin letters that ONDE writes.
 */
final class Letters {
    private static final Charset LATIN = Charset.forName("ISO-8859-15");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Letters() {}

    static String of(byte[] bytes) {
        refuseOtherFormats(bytes);
        var start = startsWith(bytes, MARK) ? MARK.length : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString();
        } catch (CharacterCodingException latin) {
            return new String(bytes, start, bytes.length - start, LATIN);
        }
    }

    private static void refuseOtherFormats(byte[] bytes) {
        if (startsWith(bytes, new byte[] {'P', 'K', 3, 4})) throw new Unreadable("workbook");
        for (var b : bytes) if (b == 0) throw new Unreadable("binary");
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        if (bytes.length < beginning.length) return false;
        for (var i = 0; i < beginning.length; i++) if (bytes[i] != beginning[i]) return false;
        return true;
    }
}
