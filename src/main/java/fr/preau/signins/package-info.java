/**
 * Who has entered: a school reads its own people, an académie those of its perimeter, for a year at
 * most. The door tells; here it is kept, counted and shown.
 */
@NullMarked
@ApplicationModule(
        displayName = "signins",
        allowedDependencies = {"access", "directory", "jobs", "web", "database"})
package fr.preau.signins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
