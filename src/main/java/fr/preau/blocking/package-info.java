/**
 * A school shuts its door to some of its people for a while, with a reason, and opens it again
 * (capability A16): one person, some, or everybody of a profile, in one act.
 */
@NullMarked
@ApplicationModule(
        displayName = "blocking",
        allowedDependencies = {"directory", "web", "database"})
package fr.preau.blocking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
