package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.print.Pdf;
import fr.preau.print.QrImage;
import fr.preau.web.Dates;
import fr.preau.web.Markdown;
import fr.preau.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts coupons on pages. */
@Component
class CouponWriter {
    private static final int ON_A_PAGE = 4;
    private static final int EXCERPT = 420;

    private final Decisions decisions;
    private final Pdf pdf;
    private final Site site;

    CouponWriter(Decisions decisions, Pdf pdf, Site site) {
        this.decisions = decisions;
        this.pdf = pdf;
        this.site = site;
    }

    byte[] write(
            Note note,
            Map<PaperLine, String> secrets,
            CouponForm form,
            HttpServletRequest request) {
        var sheets = new ArrayList<CouponSheet>();
        var choices = decisions.choicesOf(note);
        secrets.forEach((line, secret) -> sheets.add(sheet(note, line, secret, choices, request)));
        return pdf.of(
                "liaison/_coupons-paper.jte",
                "coupons.css",
                Map.of("pages", pages(sheets, form), "form", form));
    }

    private CouponSheet sheet(
            Note note,
            PaperLine line,
            String secret,
            List<Choice> choices,
            HttpServletRequest request) {
        return new CouponSheet(
                note,
                line,
                Markdown.document(note.body()),
                Markdown.excerpt(note.body(), EXCERPT),
                note.deadline() == null
                        ? t("liaison.print.coupon")
                        : t("liaison.print.coupon.before", Dates.onPaper(note.deadline())),
                QrImage.of(site.link(request, "/liaison/coupon/" + secret)),
                choices);
    }

    private static List<List<CouponSheet>> pages(List<CouponSheet> sheets, CouponForm form) {
        var size = form == CouponForm.FOUR ? ON_A_PAGE : 1;
        var pages = new ArrayList<List<CouponSheet>>();
        for (var from = 0; from < sheets.size(); from += size)
            pages.add(sheets.subList(from, Math.min(from + size, sheets.size())));
        return pages;
    }
}
