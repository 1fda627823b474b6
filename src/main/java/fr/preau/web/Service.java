package fr.preau.web;

import java.util.Set;

/**
 * A part of the school's life that a school may open and close: its key, what the screens call it
 * (« Mots », then « les mots » in a sentence), the addresses that it owns and the profiles that it
 * exists for. Declared by the feature that gives it.
 */
public record Service(
        String key,
        String icon,
        String label,
        String what,
        Set<String> paths,
        Set<Profile> profiles,
        boolean inNursery) {
    /** A feature's own services; {@code inNursery}: open to pupils of maternelle unless closed. */
    public interface Declared {
        Service service();
    }

    boolean owns(String path) {
        return paths.stream().anyMatch(own -> isWithin(own, path));
    }

    static boolean isWithin(String own, String path) {
        return path.equals(own) || path.startsWith(own + "/") || path.startsWith(own + "?");
    }
}
