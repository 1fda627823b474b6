package fr.preau.contact;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Profile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People found, and what each is to whoever looks. */
public record PeoplePage(
        Profile hat, boolean severalSchools, String asked, boolean further, Found found)
        implements Page {
    /** Somebody found; {@code words} is their place in the list. */
    public record Person(long personId, String firstName, String lastName, String words) {}

    /** One thing that somebody is to whoever looks: a pupil, the guardian of a child, a teacher. */
    public record Standing(
            long person,
            Side profile,
            @Nullable String school,
            @Nullable Long childId,
            @Nullable String child,
            @Nullable String classes) {}

    public record Entry(Person person, List<Standing> standings) {}

    public record Found(List<Entry> people, @Nullable Cursor next) {
        static final Found NOBODY = new Found(List.of(), null);
    }

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

    public List<Entry> people() {
        return found.people();
    }

    public boolean hasNext() {
        return found.next() != null;
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
    public String line(Standing standing) {
        return Lines.of(
                standing, severalSchools || hat == Profile.SUPERVISION || hat == Profile.TOWN);
    }

    public long colour(Entry entry) {
        return entry.standings().stream()
                .filter(standing -> standing.profile() == Side.PUPIL)
                .map(Standing::person)
                .findFirst()
                .orElse(0L);
    }
}
