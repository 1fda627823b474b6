package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** The access of the pupils that somebody looks after: who is blocked, cards, picture codes. */
public record PupilsPage(List<Group> groups) implements Page {
    public record Row(
            long id,
            long account,
            String firstName,
            String lastName,
            long schoolId,
            long classId,
            String classLabel,
            String login,
            boolean hasCome,
            boolean blocked,
            boolean reads) {}

    public record Group(long classId, String label, List<Row> pupils) {}

    @Override
    public String title() {
        return t("access.pupils.title");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
