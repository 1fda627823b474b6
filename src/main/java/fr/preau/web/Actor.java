package fr.preau.web;

import fr.preau.database.Reach;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in this request: one account wearing one hat (a person in a profile). Handed to every
 * handler and every query; never kept in a global. {@code past}: the schools that a guardian's
 * child has left; what was received there stays to be read until it is erased, and nothing more.
 */
public record Actor(
        long account,
        long person,
        Profile profile,
        List<Role> roles,
        List<Long> persons,
        List<Long> past) {
    public Actor(long account, long person, Profile profile, List<Role> roles, List<Long> persons) {
        this(account, person, profile, roles, persons, List.of());
    }

    /** A live role of the person, at a structure of the tree. */
    public record Role(RoleKind kind, long structure) {}

    public boolean is(RoleKind kind) {
        return roles.stream().anyMatch(role -> role.kind() == kind);
    }

    public boolean directs(long school) {
        return roles.contains(new Role(RoleKind.DIRECTOR, school));
    }

    /** Directs the school, or administers it by delegation. */
    public boolean administers(long school) {
        return directs(school) || roles.contains(new Role(RoleKind.ADMINISTRATOR, school));
    }

    /** The schools that this actor directs or administers by delegation; for {@code = any (…)}. */
    public long[] administeredSchools() {
        return roles.stream()
                .filter(role ->
                        role.kind() == RoleKind.DIRECTOR || role.kind() == RoleKind.ADMINISTRATOR)
                .mapToLong(Role::structure)
                .distinct()
                .toArray();
    }

    public List<Long> structures() {
        return roles.stream().map(Role::structure).distinct().toList();
    }

    /** A structure where the actor has a role, for what is to be known there; null for none. */
    public @Nullable Long place() {
        return structures().stream().findFirst().orElse(null);
    }

    /** What the database lets this actor see. */
    public Reach reach() {
        return new Reach(
                account,
                persons,
                profile.reachesSchoolContent() ? nodes() : List.of(),
                profile == Profile.TOWN ? towns() : List.of());
    }

    /** The communes that this actor answers for: whoever only works at a town hall has none. */
    private List<Long> towns() {
        return roles.stream()
                .filter(role ->
                        role.kind() == RoleKind.MAYOR || role.kind() == RoleKind.TOWN_REFERENT)
                .map(Role::structure)
                .distinct()
                .toList();
    }

    private List<Long> nodes() {
        return Stream.concat(structures().stream(), past.stream()).distinct().toList();
    }
}
