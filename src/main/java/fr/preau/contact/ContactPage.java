package fr.preau.contact;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matrix of a school in words, the classes that differ and what was decided lately. */
public record ContactPage(
        List<Place> schools,
        Place place,
        List<Cell> cells,
        List<Differing> exceptions,
        List<Change> changes)
        implements Page {
    /** A school that the actor directs or administers, or one of its classes or groups. */
    public record Place(long school, @Nullable Long schoolClass, String name) {}

    public record Classroom(long id, String label) {}

    /** A class that says something else than its school, in one cell. */
    public record Differing(long schoolClass, String label, Cell cell) {}

    /** A decision of the past; {@code undoable}: nothing has been decided in its cell since. */
    public record Change(
            long id,
            long school,
            @Nullable Long schoolClass,
            @Nullable String classLabel,
            Side fromProfile,
            Side toProfile,
            Choice before,
            Choice after,
            Instant at,
            String who,
            boolean undone,
            boolean undoable) {}

    @Override
    public String title() {
        return t("contact.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "wide";
    }

    public List<Side> sides() {
        return ContactPolicy.IN_SCHOOL;
    }

    public @Nullable Cell cell(Side from, Side to) {
        return cells.stream()
                .filter(cell -> cell.from() == from && cell.to() == to)
                .findFirst()
                .orElse(null);
    }

    /** « leurs enfants », « personne »: also where nothing could be opened. */
    public String words(Side from, Side to) {
        var cell = cell(from, to);
        return cell == null ? t("contact.nobody") : cell.words();
    }

    public boolean isDecided(Side from, Side to) {
        var cell = cell(from, to);
        return cell != null && cell.isDecided();
    }

    public boolean isEditable(Side from, Side to) {
        var cell = cell(from, to);
        return cell != null && cell.editable();
    }

    public String path(Side from, Side to) {
        return "/contact/cell?school=" + place.school() + "&from=" + from + "&to=" + to;
    }

    public String path(Differing differing) {
        return path(differing.cell().from(), differing.cell().to())
                + "&schoolClass="
                + differing.schoolClass();
    }

    public boolean differs() {
        return !exceptions.isEmpty() || cells.stream().anyMatch(Cell::isDecided);
    }

    /** « Responsables de CP A → Enseignants » */
    public String arrow(Change change) {
        var from = change.fromProfile().plural();
        return t(
                "contact.arrow",
                change.classLabel() == null
                        ? from
                        : t("contact.of-class", from, change.classLabel()),
                change.toProfile().plural());
    }

    public String words(Differing differing) {
        return differing.cell().words();
    }

    public String words(Change change) {
        return change.after() == Choice.USUAL
                ? t(change.schoolClass() == null ? "contact.usual.region" : "contact.usual.school")
                : change.after() == Choice.NONE
                        ? t("contact.nobody")
                        : t(
                                "contact.reach."
                                        + change.fromProfile()
                                        + "."
                                        + change.toProfile()
                                        + "."
                                        + change.after());
    }

    public String arrow(Differing differing) {
        return t(
                "contact.arrow",
                t("contact.of-class", differing.cell().from().plural(), differing.label()),
                differing.cell().to().plural());
    }

    public String plural(Side side) {
        return side.plural();
    }
}
