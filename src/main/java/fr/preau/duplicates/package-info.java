/**
 * Persons of one school who may be the same human being: found, compared, merged keeping
 * everything, or told apart for good. For whoever administers the school.
 */
@NullMarked
@ApplicationModule(
        displayName = "duplicates",
        allowedDependencies = {"feed", "storage", "jobs", "directory", "web", "database"})
package fr.preau.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
