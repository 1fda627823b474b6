/**
 * What follows for a school whose convention ends: its direction and its town are warned, then
 * everything is only read, then only one's own account and data are left; never a silent cut. For
 * everybody of the school; the région sees where each school stands and gives more time.
 */
@NullMarked
@ApplicationModule(
        displayName = "continuity",
        allowedDependencies = {"agreements", "messages", "directory", "jobs", "web", "database"})
package fr.preau.continuity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
