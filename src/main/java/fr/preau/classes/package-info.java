/**
 * The life of classes and groups during the year, for the director and for the teachers in charge:
 * who teaches where, who sits where, groups of needs, names, class lists. What the feed says is
 * never overwritten: the school's own choices stand beside it until both agree.
 */
@NullMarked
@ApplicationModule(
        displayName = "classes",
        allowedDependencies = {"directory", "web", "database"})
package fr.preau.classes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
