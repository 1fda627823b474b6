package fr.preau.home;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Profile;
import java.util.List;

/** What to do now. One record for every profile: each shows the parts that concern it. */
public record HomePage(Profile profile, String firstName, String avatar, String lead, List<Child> children, List<School> schools, List<BlockedPupil> blocked, boolean writes)
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

    @Override
    public String say() {
        return profile == Profile.PUPIL ? t("home.hello", firstName) : "";
    }
}
