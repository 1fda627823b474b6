/**
 * The yearly convention between the région académique and whoever pays for public schools: who
 * pays, for which schools, the pages, both signatures, and what the région decides about all of
 * them. Seen by the town hall concerned, the région and the DSDEN; never a pupil in it.
 */
@NullMarked
@ApplicationModule(
        displayName = "agreements",
        allowedDependencies = {
            "proconnect",
            "directory",
            "mail",
            "print",
            "jobs",
            "web",
            "database"
        })
package fr.preau.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
