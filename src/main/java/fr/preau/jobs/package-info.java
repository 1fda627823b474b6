/**
 * Scheduled work: rows in PostgreSQL, run by any node, once. A feature declares what is to be done
 * and how often.
 */
@NullMarked
@ApplicationModule(
        displayName = "jobs",
        allowedDependencies = {"database"})
package fr.preau.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
