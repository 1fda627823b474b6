package fr.preau.web;

import java.util.stream.Stream;

/** A role of a person at a structure; each belongs to one profile. */
public enum RoleKind {
    PUPIL(Profile.PUPIL, false),
    GUARDIAN(Profile.GUARDIAN, false),
    TEACHER(Profile.TEACHER, false),
    SUBSTITUTE(Profile.TEACHER, false),
    /** Accompanies children with disabilities (AESH), in the classes given, until a date. */
    AIDE(Profile.TEACHER, false),
    /** Somebody from outside who takes part in teaching, in the classes given, until a date. */
    CONTRIBUTOR(Profile.TEACHER, false),
    /** Learns the trade in the classes given, until a date. */
    TRAINEE(Profile.TEACHER, false),
    /** Runs activities with the classes given, until a date. */
    ACTIVITY_LEADER(Profile.TEACHER, false),
    DIRECTOR(Profile.TEACHER, true),
    /** Administers a school by delegation of its director, until a date. */
    ADMINISTRATOR(Profile.TEACHER, true),
    MAYOR(Profile.TOWN, true),
    TOWN_REFERENT(Profile.TOWN, true),
    TOWN_STAFF(Profile.TOWN, false),
    INSPECTOR(Profile.SUPERVISION, true),
    DIGITAL_REFERENT(Profile.SUPERVISION, true),
    DEPARTMENT_OFFICER(Profile.SUPERVISION, true),
    ADVISER(Profile.SUPERVISION, true),
    /** Administers a node of the tree by delegation, until a date. */
    PERIMETER_ADMINISTRATOR(Profile.SUPERVISION, true),
    REGION_LEAD(Profile.SUPERVISION, true),
    ASSISTANCE(Profile.SUPERVISION, true),
    DATA_PROTECTION_OFFICER(Profile.SUPERVISION, true),
    PUBLISHER_SUPPORT(Profile.SUPPORT, true);

    private final Profile profile;
    private final boolean overOthers;

    RoleKind(Profile profile, boolean overOthers) {
        this.profile = profile;
        this.overOthers = overOthers;
    }

    /** The names of the roles of this profile; for {@code = any (…)}. */
    public static String[] of(Profile profile) {
        return Stream.of(values())
                .filter(kind -> kind.profile == profile)
                .map(RoleKind::name)
                .toArray(String[]::new);
    }

    public Profile profile() {
        return profile;
    }

    /** Holds rights over others: a second factor is required (CNIL 2022-100, capability A12). */
    public boolean needsSecondFactor() {
        return overOthers;
    }
}
