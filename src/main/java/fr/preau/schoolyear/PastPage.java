package fr.preau.schoolyear;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Profile;
import java.util.HashSet;
import java.util.List;

/** A year before: classes, who was in them, who taught them. */
public record PastPage(Profile profile, int year, List<WasClass> classes, List<WasPupil> pupils)
        implements Page {
    /** A class or a group as it was. */
    public record WasClass(
            long id, String school, String kind, String label, String levels, String teachers) {}

    /** A pupil who was in it. */
    public record WasPupil(
            long classId, long id, String firstName, String lastName, String level, boolean left) {}

    @Override
    public String title() {
        return t("year.past.year", Change.name(year));
    }

    @Override
    public String service() {
        return "agenda";
    }

    public boolean isGuardian() {
        return profile == Profile.GUARDIAN;
    }

    public List<WasPupil> of(WasClass was) {
        return pupils.stream().filter(pupil -> pupil.classId() == was.id()).toList();
    }

    /** Those who left the school at the end of that year, once each. */
    public List<WasPupil> left() {
        var seen = new HashSet<Long>();
        return pupils.stream().filter(pupil -> pupil.left() && seen.add(pupil.id())).toList();
    }

    /** A class says its levels; a group says that it is one. */
    public String what(WasClass was) {
        return was.kind().equals("GROUP") ? t("year.past.group") : was.levels();
    }
}
