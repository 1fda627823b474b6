package fr.preau.messages;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** Whom one may write to, by name: what the compose page shows as one types. */
public record RecipientsPage(String q, List<Found> found) implements Page {
    @Override
    public String title() {
        return t("messages.recipients.title");
    }

    @Override
    public String service() {
        return "messages";
    }

    @Override
    public boolean bare() {
        return true;
    }

    public String counts() {
        return found.isEmpty()
                ? t("messages.recipients.none")
                : count("messages.recipients.found", found.size());
    }
}
