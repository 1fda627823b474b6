package fr.preau.contact;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Profile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** People found, and what each is to whoever looks. */
public record PeoplePage(
        Profile hat, boolean severalSchools, String asked, boolean further, People.Found found)
        implements Page {
    @Override
    public String title() {
        return t("contact.people.title");
    }

    @Override
    public String service() {
        return "messages";
    }

    public String lead() {
        return t("contact.people.lead." + hat);
    }

    public boolean isAsked() {
        return People.isAsked(asked);
    }

    public boolean isEmpty() {
        return found.people().isEmpty();
    }

    public List<People.Entry> people() {
        return found.people();
    }

    /** « 3 personnes », said aloud as one types. */
    public String counts() {
        if (found.next() != null) return t("contact.people.first", found.people().size());
        return count("contact.people.found", found.people().size());
    }

    public String nextPath() {
        return found.next() == null
                ? ""
                : "/people?q="
                        + URLEncoder.encode(asked, StandardCharsets.UTF_8)
                        + "&after="
                        + found.next();
    }

    /** « Responsable de Yanis · CP A » */
    public String line(People.Standing standing) {
        return Lines.of(standing, severalSchools || hat == Profile.SUPERVISION || hat == Profile.TOWN);
    }

    public long colour(People.Entry entry) {
        return entry.standings().stream()
                .filter(standing -> standing.profile() == Side.PUPIL)
                .map(People.Standing::person)
                .findFirst()
                .orElse(0L);
    }
}
