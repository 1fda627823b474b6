/**
 * The ministry's deliveries (AAF 1D) become the directory: for the operator who imports a folder,
 * and for everybody who then finds their school as it is. A delivery is a set of files; a record is
 * one structure or person of it; a run is one reading, with its report.
 */
@NullMarked
@ApplicationModule(
        displayName = "feed",
        allowedDependencies = {"database", "directory", "web"})
package fr.preau.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
