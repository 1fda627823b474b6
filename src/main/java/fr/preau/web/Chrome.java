package fr.preau.web;

import java.util.List;
import java.util.Set;

/**
 * What surrounds every page of a signed-in person; filled by the features above through {@link
 * Entries} and {@link Bell}.
 */
public record Chrome(
        List<Entry> entries,
        int unread,
        Set<String> closedPaths,
        List<Course.Banner> banners,
        boolean writes) {
    static final String ATTRIBUTE = Chrome.class.getName();
    static final Chrome EMPTY = new Chrome(List.of(), 0, Set.of(), List.of(), true);

    /** Whether this address leads anywhere: not when the school has closed its service. */
    boolean opens(String path) {
        return closedPaths.stream().noneMatch(closed -> Service.isWithin(closed, path));
    }

    /** An entry of the rail: at most six for anybody. */
    public record Entry(int order, String service, String path, String icon, String label) {}

    /** A feature's places in the navigation. */
    public interface Entries {
        List<Entry> of(Actor actor);
    }

    /** How many notifications wait, all hats together. */
    public interface Bell {
        int unread(Actor actor);
    }
}
