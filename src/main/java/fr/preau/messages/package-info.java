/**
 * Letters between people: written to circles and persons whom one may reach, answered, filed,
 * searched, taken back. For everybody who may reach somebody; pupils of maternelle do not write.
 */
@NullMarked
@ApplicationModule(
        displayName = "messages",
        allowedDependencies = {
            "links",
            "contact",
            "storage",
            "quiet",
            "directory",
            "jobs",
            "web",
            "database"
        })
package fr.preau.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
