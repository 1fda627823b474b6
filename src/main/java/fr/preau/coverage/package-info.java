/**
 * What the conventions cover: signed, to renew and unpaid by département, schools and pupils, for
 * the région and the DSDEN; and for each commune what it pays, for which schools and what that
 * gives. Counts only, from ten on; never a name.
 */
@NullMarked
@ApplicationModule(
        displayName = "coverage",
        allowedDependencies = {"agreements", "jobs", "web", "database"})
package fr.preau.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
