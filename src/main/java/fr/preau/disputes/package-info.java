/**
 * The disagreement procedure of a convention (its article 11) as a clock: griefs, registered
 * letters, conciliation, termination, court; each day computed, each piece filed. For the two
 * parties, who read the same page, and the DSDEN, who looks on; never a pupil in it.
 */
@NullMarked
@ApplicationModule(
        displayName = "disputes",
        allowedDependencies = {"agreements", "calendar", "print", "jobs", "web", "database"})
package fr.preau.disputes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
