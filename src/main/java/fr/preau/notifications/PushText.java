package fr.preau.notifications;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.List;
import java.util.Map;

/**
 * What a device shows, maybe on a locked screen that anybody sees: what kind of thing, from which
 * school. No name of a child or of anybody else, no title, no text.
 */
final class PushText {
    private PushText() {}

    static String of(List<Pushes.Item> items) {
        var first = items.getFirst();
        return JSONObjectUtils.toJSONString(
                Map.of(
                        "title",
                        t("notifications.push.title"),
                        "body",
                        body(items),
                        "path",
                        items.size() == 1
                                ? "/notifications/" + first.school() + "/" + first.notification()
                                : "/notifications",
                        // Sent twice by a node that stopped in between, shown once.
                        "tag",
                        "letter-" + first.letter()));
    }

    private static String body(List<Pushes.Item> items) {
        var first = items.getFirst();
        var news =
                items.size() == 1
                        ? LetterText.what(first.kind(), first.children())
                        : count("notifications.push.news", items.size());
        var what = isUrgent(items) ? t("notifications.push.urgent", news) : sentence(news);
        return Told.OF_ACCOUNT.contains(first.kind())
                        || items.stream().anyMatch(item -> item.school() != first.school())
                ? what
                : t("notifications.push.from", what, first.place());
    }

    static boolean isUrgent(List<Pushes.Item> items) {
        return items.stream().anyMatch(Pushes.Item::urgent);
    }

    /** The words of a letter's line, with which a sentence begins here. */
    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + words.substring(1);
    }
}
