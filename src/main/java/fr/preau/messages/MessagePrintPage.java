package fr.preau.messages;

import fr.preau.links.TrustedHosts;
import fr.preau.web.Page;
import java.util.List;

/** A conversation on paper. */
public record MessagePrintPage(String title, List<Message> conversation, TrustedHosts links)
        implements Page {
    @Override
    public String service() {
        return "messages";
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String theme() {
        return "light";
    }
}
