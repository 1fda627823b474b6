/**
 * Mail that leaves the site, through the server that the settings name; none is named, none leaves.
 */
@NullMarked
@ApplicationModule(
        displayName = "mail",
        allowedDependencies = {"web", "database"})
package fr.preau.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
