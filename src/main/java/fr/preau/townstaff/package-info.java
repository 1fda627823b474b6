/**
 * Agents of town halls who publish for the schools of their town: asked for by its referent or its
 * mayor, accepted by the région or the DSDEN, confirmed by the town every year. They reach no
 * pupil.
 */
@NullMarked
@ApplicationModule(
        displayName = "townstaff",
        allowedDependencies = {
            "agreements",
            "proconnect",
            "access",
            "directory",
            "jobs",
            "web",
            "database"
        })
package fr.preau.townstaff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
