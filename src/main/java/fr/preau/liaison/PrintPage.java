package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Markdown;
import fr.preau.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note on paper: with a coupon for each child of a guardian, or with a blank coupon and the
 * follow-up list for the school. The coupons of a request offer its answers; they are printed
 * apart.
 */
public record PrintPage(Note note, List<String> children, @Nullable FollowPage followUp)
        implements Page {
    static PrintPage of(ReadPage page) {
        return new PrintPage(
                page.note(),
                page.note().authorises()
                        ? List.of()
                        : page.receipts().stream()
                                .filter(Receipt::isToSign)
                                .map(Receipt::firstName)
                                .toList(),
                null);
    }

    static PrintPage of(FollowPage page) {
        return new PrintPage(page.note(), page.note().authorises() ? List.of() : List.of(""), page);
    }

    @Override
    public String title() {
        return t("liaison.print.title", note.title());
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public boolean bare() {
        return true;
    }

    public String bodyHtml() {
        return Markdown.document(note.body());
    }
}
