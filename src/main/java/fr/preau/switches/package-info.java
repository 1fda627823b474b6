/**
 * Opening and closing the services of a school: for the whole school or one class, for families,
 * pupils or teachers. For the direction of a school. What is closed answers 404 and leaves every
 * screen; the direction keeps everything.
 */
@NullMarked
@ApplicationModule(
        displayName = "switches",
        allowedDependencies = {"directory", "web", "database"})
package fr.preau.switches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
