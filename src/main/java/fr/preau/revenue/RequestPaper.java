package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.print.Pdf;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * « Demande d’émission de titre de perception » on paper. It names what it is based on, school by
 * school (décret 2012-1246, art. 24).
 */
@Component
class RequestPaper {
    private final RevenueOrders orders;
    private final RevenueTerms terms;
    private final OrderPages pages;
    private final Pdf pdf;

    RequestPaper(RevenueOrders orders, RevenueTerms terms, OrderPages pages, Pdf pdf) {
        this.orders = orders;
        this.terms = terms;
        this.pages = pages;
        this.pdf = pdf;
    }

    ResponseEntity<byte[]> download(RevenueOrder order) {
        return Pdf.download(write(order), t("revenue.paper.name", order.reference()));
    }

    byte[] write(RevenueOrder order) {
        var day = pages.said(order);
        var sheet =
                new RequestSheet(
                        order,
                        orders.lines(order),
                        terms.on(day),
                        AmountInWords.of(order.totalCents()),
                        Written.day(day));
        return pdf.of("revenue/_request-paper.jte", "revenue.css", Map.of("sheet", sheet));
    }
}
