package fr.preau.demo;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** ProConnect, as the demo plays it: which agent are you? */
public record AgentsPage(String redirectUri, String state, String nonce, List<Row> rows)
        implements Page {
    /** An agent, and what is to be seen with them. */
    public record Row(String subject, String name, String email, String note) {}

    @Override
    public String title() {
        return t("demo.desk.title");
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String width() {
        return "narrow";
    }
}
