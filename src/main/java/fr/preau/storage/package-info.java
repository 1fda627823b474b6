/**
 * Files that people bring: looked at before they are kept, kept once whoever brings them, and
 * handed out so that none of them acts on this site. What a file belongs to, and who may have it,
 * is known to the feature that keeps it.
 */
@NullMarked
@ApplicationModule(
        displayName = "storage",
        allowedDependencies = {"jobs", "web", "database"})
package fr.preau.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
