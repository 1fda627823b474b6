package fr.preau.web;

import java.util.Set;

/** The services that the schools of an actor have closed to them; filled by a feature above. */
public interface Gate {
    /** The keys of the closed services. */
    Set<String> closedTo(Actor actor);
}
