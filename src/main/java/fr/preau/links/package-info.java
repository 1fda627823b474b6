/**
 * Links that people write: shown with the host where they really lead; one that imitates a place
 * where people sign in is no link.
 */
@NullMarked
@ApplicationModule(
        displayName = "links",
        allowedDependencies = {"web", "database"})
package fr.preau.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
