/**
 * The bad day kept small: what a stolen account would send waits for a second person, one text from
 * many accounts is stopped, and whoever is disturbed by a message says so.
 */
@NullMarked
@ApplicationModule(
        displayName = "vigilance",
        allowedDependencies = {
            "messages",
            "links",
            "storage",
            "access",
            "directory",
            "jobs",
            "web",
            "database"
        })
package fr.preau.vigilance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
