/**
 * Carnet de liaison: notes that a teacher or a director sends to families, which guardians read,
 * sign and answer, and whose progress the school follows. For families, children and the people of
 * the school. A note goes to children; their guardians receive it on their behalf.
 */
@NullMarked
@ApplicationModule(
        displayName = "liaison",
        allowedDependencies = {
            "access",
            "print",
            "storage",
            "quiet",
            "jobs",
            "directory",
            "web",
            "database"
        })
package fr.preau.liaison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
