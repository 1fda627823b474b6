/**
 * The change of school year: played as a rehearsal that each profile can preview, applied at once,
 * undone for some days; and the years before, to be read.
 */
@NullMarked
@ApplicationModule(
        displayName = "schoolyear",
        allowedDependencies = {"directory", "jobs", "web", "database"})
package fr.preau.schoolyear;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
