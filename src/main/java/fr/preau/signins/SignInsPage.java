package fr.preau.signins;

import static fr.preau.web.Wording.exists;
import static fr.preau.web.Wording.t;

import fr.preau.web.Cursor;
import fr.preau.web.Page;
import fr.preau.web.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day of a school: who entered, when, by which door; and what was refused. */
public record SignInsPage(
        SignInSchoolsPage.School school,
        boolean several,
        LocalDate day,
        LocalDate today,
        @Nullable Profile profile,
        List<Line> lines,
        @Nullable String next)
        implements Page {
    /** Somebody who entered, or tried to; {@code manner} is null for a refusal. */
    public record Line(
            long id,
            Instant at,
            String name,
            Profile profile,
            boolean refused,
            @Nullable String manner,
            @Nullable String device) {}

    static final List<Profile> PROFILES = List.of(Profile.TEACHER, Profile.GUARDIAN, Profile.PUPIL);

    static SignInsPage of(
            SignInSchoolsPage.School school,
            boolean several,
            LocalDate day,
            LocalDate today,
            @Nullable Profile profile,
            List<Line> found) {
        var more = found.size() > SignIns.PAGE;
        var lines = more ? found.subList(0, SignIns.PAGE) : found;
        return new SignInsPage(
                school, several, day, today, profile, lines, more ? cursor(lines.getLast()) : null);
    }

    private static String cursor(Line line) {
        return new Cursor(line.at(), line.id()).toString();
    }

    public List<Profile> profiles() {
        return PROFILES;
    }

    /** The address of this journal, of all or of a profile; {@code page}: what it starts with. */
    public String path(String page, LocalDate day, @Nullable Profile profile) {
        return page
                + "?school="
                + school.id()
                + "&day="
                + day
                + (profile == null ? "" : "&profile=" + profile);
    }

    /** « Mot de passe », « EduConnect », « Académie ». */
    static String manner(Line line) {
        if (line.refused()) return t("signins.refused");
        var manner = String.valueOf(line.manner());
        if (exists("signins.manner." + manner)) return t("signins.manner." + manner);
        return t("signins.other-door");
    }

    public String mannerOf(Line line) {
        return manner(line);
    }

    @Override
    public String title() {
        return t("signins.title");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
