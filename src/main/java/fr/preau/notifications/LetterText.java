package fr.preau.notifications;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.mail.Mail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a letter says: what happened, for whom, and where to read it. The first name of a child and
 * the title of a note, no more: letters lie in mailboxes that a family shares.
 */
final class LetterText {
    static final String PREFERENCES = "/notifications/preferences";

    private LetterText() {}

    /** {@code site}: our own address, with which links start. */
    static Mail.Letter of(List<Letters.Item> items, String site) {
        var first = items.getFirst();
        return new Mail.Letter(
                first.email(),
                subject(items),
                t("notifications.letter.text", body(items, site), site + PREFERENCES),
                "letter-" + first.letter(),
                site + PREFERENCES);
    }

    /** « Nouveau mot pour Yanis », or how much there is for whom. */
    private static String subject(List<Letters.Item> items) {
        var children =
                items.stream()
                        .map(Letters.Item::child)
                        .filter(child -> !child.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", "));
        var what =
                items.size() == 1
                        ? what(items.getFirst().kind(), items.getFirst().children())
                        : count("notifications.letter.subject", items.size());
        var subject =
                children.isEmpty()
                        ? t("notifications.letter.subject", what)
                        : t("notifications.letter.subject.for", what, children);
        return items.stream().anyMatch(Letters.Item::urgent)
                ? t("notifications.letter.subject.urgent", subject)
                : subject;
    }

    /** What happened, as a line begins; {@code children}: about how many. */
    static String what(String kind, int children) {
        return kind.equals("REPLY")
                ? count("notifications.letter.replies", children)
                : t("notifications.letter." + kind);
    }

    private static String body(List<Letters.Item> items, String site) {
        var byChild = new LinkedHashMap<String, String>();
        for (var item : items)
            byChild.merge(
                    item.child().isEmpty() ? t("notifications.letter.you") : item.child(),
                    line(item, site),
                    (before, line) -> before + "\n" + line);
        return byChild.entrySet().stream()
                .map((Map.Entry<String, String> part) -> part.getKey() + "\n\n" + part.getValue())
                .collect(Collectors.joining("\n\n"));
    }

    private static String line(Letters.Item item, String site) {
        var news = what(item.kind(), item.children());
        var what = item.urgent() ? t("notifications.letter.urgent", news) : news;
        return "- "
                + (item.title().isEmpty()
                        ? what
                        : t("notifications.letter.titled", what, item.title()))
                + "\n"
                + site
                + "/notifications/"
                + item.school()
                + "/"
                + item.notification();
    }
}
