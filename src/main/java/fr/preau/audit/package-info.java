/**
 * The journal: every fact, sealed in a chain, and the screen on which a director reads that of the
 * school.
 */
@NullMarked
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"directory", "web", "database"})
package fr.preau.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
