package fr.preau.web;

import java.util.List;

/**
 * What concerns somebody for a while and is no service of its own, shown on their home: a feature
 * declares its own, at the cost of one statement at most.
 */
public interface Notices {
    /**
     * One notice: the service whose colour, icon and picture it wears, what it says, and where its
     * link leads.
     */
    record Notice(
            String service, String icon, String picture, String text, String path, String action) {}

    List<Notice> of(Actor actor);
}
