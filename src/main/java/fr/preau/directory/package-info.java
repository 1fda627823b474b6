/**
 * Structures, people, roles, classes and circles: who is who, where and until when, and who may be
 * addressed. Fed by {@code feed}, completed by the few operations that the feed cannot carry.
 */
@NullMarked
@ApplicationModule(
        displayName = "directory",
        allowedDependencies = {"jobs", "web", "database"})
package fr.preau.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
