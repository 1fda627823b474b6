package fr.preau.network;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the sheets, who declares a line, who tests it, who writes the formula; and of which
 * year a day is. Pure.
 */
final class NetworkPolicy {
    /** A school's own staff, its town hall, the levels above it. */
    private static final Set<RoleKind> READ =
            EnumSet.of(
                    RoleKind.TEACHER,
                    RoleKind.SUBSTITUTE,
                    RoleKind.DIRECTOR,
                    RoleKind.ADMINISTRATOR,
                    RoleKind.MAYOR,
                    RoleKind.TOWN_REFERENT,
                    RoleKind.TOWN_STAFF,
                    RoleKind.INSPECTOR,
                    RoleKind.DIGITAL_REFERENT,
                    RoleKind.DEPARTMENT_OFFICER,
                    RoleKind.ADVISER,
                    RoleKind.PERIMETER_ADMINISTRATOR,
                    RoleKind.REGION_LEAD,
                    RoleKind.ASSISTANCE);

    /** Who knows the tablets, who pays the line, who answers for the recommendation. */
    private static final Set<RoleKind> DECLARE =
            EnumSet.of(
                    RoleKind.DIRECTOR,
                    RoleKind.ADMINISTRATOR,
                    RoleKind.MAYOR,
                    RoleKind.TOWN_REFERENT,
                    RoleKind.REGION_LEAD);

    /** Who stands in a class. */
    private static final Set<RoleKind> TEST =
            EnumSet.of(
                    RoleKind.TEACHER,
                    RoleKind.SUBSTITUTE,
                    RoleKind.DIRECTOR,
                    RoleKind.ADMINISTRATOR);

    private NetworkPolicy() {}

    /** The nodes whose schools the actor reads about; for {@code = any (…)}. */
    static long[] read(Actor actor) {
        return nodes(actor, READ);
    }

    static long[] declared(Actor actor) {
        return nodes(actor, DECLARE);
    }

    static long[] tested(Actor actor) {
        return nodes(actor, TEST);
    }

    /** The whole région's, so nobody below its lead. */
    static boolean writesFormula(Actor actor) {
        return actor.profile() == Profile.SUPERVISION && actor.is(RoleKind.REGION_LEAD);
    }

    /** In whose name a sheet is made: all that it keeps of who made it. */
    static String nameOf(Actor actor) {
        return switch (actor.profile()) {
            case TOWN -> "TOWN";
            case SUPERVISION -> "REGION";
            default -> "SCHOOL";
        };
    }

    private static long[] nodes(Actor actor, Set<RoleKind> kinds) {
        return actor.roles().stream()
                .filter(role ->
                        role.kind().profile() == actor.profile() && kinds.contains(role.kind()))
                .mapToLong(Actor.Role::structure)
                .distinct()
                .toArray();
    }

    /** The year begins in August: 2024 from 1 August 2024 to 31 July 2025. */
    static int yearOf(LocalDate day) {
        return day.getMonth().compareTo(Month.AUGUST) >= 0 ? day.getYear() : day.getYear() - 1;
    }

    /** What was recommended for a year that is over stays; the next one is not counted yet. */
    static boolean mayMake(int year, LocalDate today) {
        return year == yearOf(today);
    }

    enum Start {
        ALLOWED,
        MISSING,
        PAST,
        FAR
    }

    /** A version begins today or later, within its year or before it. */
    static Start mayStart(int year, @Nullable LocalDate from, LocalDate today) {
        if (from == null) return Start.MISSING;
        if (from.isBefore(today)) return Start.PAST;
        return from.isAfter(LocalDate.of(year + 1, Month.JULY, 31)) ? Start.FAR : Start.ALLOWED;
    }
}
