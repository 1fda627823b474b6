package fr.preau.disputes;

import java.util.Arrays;
import java.util.Optional;

/** What a file is by its first bytes; its name and what its sender says of it count for nothing. */
public enum PieceType {
    PDF("application/pdf", "pdf", "%PDF-"),
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff");

    final String mediaType;
    final String ending;
    private final String mark;

    PieceType(String mediaType, String ending, String mark) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.mark = mark;
    }

    /** Empty for anything else. */
    static Optional<PieceType> of(byte[] bytes) {
        return Arrays.stream(values()).filter(type -> type.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length <= mark.length()) return false;
        for (var i = 0; i < mark.length(); i++)
            if ((char) (bytes[i] & 0xff) != mark.charAt(i)) return false;
        return true;
    }
}
