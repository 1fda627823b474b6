package fr.preau.print;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line of French may end: never between « l’ » and « année ». */
final class Breaks implements FSTextBreaker {
    private final BreakIterator lines = BreakIterator.getLineInstance(Locale.FRENCH);
    private String text = "";

    @Override
    public void setText(String text) {
        this.text = text;
        lines.setText(text);
    }

    @Override
    public int next() {
        var end = lines.next();
        while (end > 0 && end < text.length() && text.charAt(end - 1) == '’') end = lines.next();
        return end;
    }
}
