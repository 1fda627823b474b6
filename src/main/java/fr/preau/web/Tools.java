package fr.preau.web;

import java.util.List;

/**
 * What somebody may do besides everyday life, shown together at {@code /tools}: a feature declares
 * its own, for whom they exist.
 */
public interface Tools {
    /**
     * One tool: its place in the list, the service whose colour it wears, where it leads, and one
     * sentence that says what it is for.
     */
    record Tool(int order, String service, String path, String icon, String label, String text) {}

    List<Tool> of(Actor actor);
}
