/**
 * What is missing or doubtful in the directory, counted, listed and repaired: for directors their
 * own school, with names; for those above, counts by school and never a name.
 */
@NullMarked
@ApplicationModule(
        displayName = "quality",
        allowedDependencies = {"feed", "jobs", "directory", "web", "database"})
package fr.preau.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
