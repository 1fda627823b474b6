/**
 * Doors: accounts, sign-in by password or by card and pictures, second factor, charter, sessions,
 * roles worn and comfort. Nobody is anybody before passing here.
 */
@NullMarked
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {"directory", "feed", "jobs", "mail", "web", "database"})
package fr.preau.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
