/**
 * ProConnect, by which the agents of town halls enter (OpenID Connect): what comes from there is
 * checked here down to the last claim, and lets in only those whom a referent of a commune with a
 * convention has invited.
 */
@NullMarked
@ApplicationModule(
        displayName = "proconnect",
        allowedDependencies = {"access", "directory", "jobs", "web", "database"})
package fr.preau.proconnect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
