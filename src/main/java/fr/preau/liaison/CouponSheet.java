package fr.preau.liaison;

/** One coupon, as it is printed. */
public record CouponSheet(
        Note note, PaperLine line, String bodyHtml, String excerpt, String before, String qr) {
    /** « Yanis Benali, CP A » */
    public String child() {
        return line.classLabel() == null
                ? line.childName()
                : line.childName() + ", " + line.classLabel();
    }
}
