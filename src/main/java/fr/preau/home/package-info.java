/**
 * What to do now, for each profile; the public pages that the law asks for; the gallery of
 * components.
 */
@NullMarked
@ApplicationModule(
        displayName = "home",
        allowedDependencies = {"liaison", "access", "directory", "web", "database"})
package fr.preau.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
