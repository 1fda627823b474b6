package fr.preau.liaison;

import java.util.List;

/** One coupon, as it is printed. */
public record CouponSheet(
        Note note,
        PaperLine line,
        String bodyHtml,
        String excerpt,
        String before,
        String qr,
        List<Choice> choices) {
    /** « Yanis Benali, CP A » */
    public String child() {
        return line.classLabel() == null
                ? line.childName()
                : line.childName() + ", " + line.classLabel();
    }
}
