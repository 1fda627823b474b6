/**
 * What the line of a school should carry, school year by school year: the région's formula, the
 * sheet of a school that its town reads and prints, and tests of the line run from a class. For
 * directions, town halls and the académie.
 */
@NullMarked
@ApplicationModule(
        displayName = "network",
        allowedDependencies = {"print", "web", "database"})
package fr.preau.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
