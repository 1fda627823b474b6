package fr.preau.home;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.liaison.LiaisonHome.ForPupil;
import fr.preau.liaison.LiaisonHome.InProgress;
import fr.preau.liaison.LiaisonHome.ToSign;
import fr.preau.web.Notices;
import fr.preau.web.Page;
import fr.preau.web.Profile;
import java.util.List;

/** What to do now. One record for every profile: each shows the parts that concern it. */
public record HomePage(
        Profile profile,
        String firstName,
        String avatar,
        long colour,
        String place,
        List<Child> children,
        List<ToSign> toSign,
        List<InProgress> inProgress,
        List<BlockedPupil> blocked,
        List<ForPupil> notes,
        List<School> schools,
        List<Notices.Notice> notices)
        implements Page {
    public record Child(long id, String firstName, String classLabel, String school) {}

    public record School(long id, String name, String uai, long classes, long pupils) {}

    public record BlockedPupil(long id, String firstName, String classLabel) {}

    @Override
    public String title() {
        return t("home.title");
    }

    @Override
    public String width() {
        return profile == Profile.PUPIL ? "" : "wide";
    }

    /** The sentence under the greeting. */
    public String lead() {
        return switch (profile) {
            case GUARDIAN -> count("home.to-sign", toSign.size());
            case PUPIL ->
                    notes.isEmpty() && !notices.isEmpty()
                            ? count("home.pupil-notices", notices.size())
                            : count("home.pupil-notes", notes.size());
            case TEACHER -> place;
            case TOWN, SUPERVISION, SUPPORT ->
                    schools.isEmpty()
                            ? place
                            : t("home.schools", place, count("home.schools-count", schools.size()));
        };
    }

    @Override
    public String say() {
        return profile == Profile.PUPIL ? t("home.hello", firstName) + " " + lead() : "";
    }
}
