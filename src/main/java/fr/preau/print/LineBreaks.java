package fr.preau.print;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Lines end after a space or a hyphen, never after « l’ ». Spaces that do not break do not. */
final class LineBreaks implements FSTextBreaker {
    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    /** Where the next line may begin; -1 when nowhere. */
    @Override
    public int next() {
        if (at >= text.length()) return -1;
        for (at++; at < text.length(); at++) if (breaksAfter(at - 1)) return at;
        return text.length();
    }

    private boolean breaksAfter(int place) {
        var sign = text.charAt(place);
        if (sign == ' ' || sign == '\n' || sign == '\t') return text.charAt(place + 1) != ' ';
        return sign == '-' && place > 0 && Character.isLetter(text.charAt(place - 1));
    }
}
