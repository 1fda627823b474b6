/**
 * The schools below a role, browsed through the tree: for town halls (their schools and no pupil)
 * and the académies; and the administrations that a direction or an inspector entrusts to somebody
 * until a date.
 */
@NullMarked
@ApplicationModule(
        displayName = "perimeter",
        allowedDependencies = {"feed", "directory", "web", "database"})
package fr.preau.perimeter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
