/**
 * Deliveries as a person of the région or of an académie follows them: what waits in the drop
 * folder, what is being read, what each reading brought and refused, and the decisions that a
 * reading waits for. A reading is a run of {@code feed}; a wish is a reading that somebody asked
 * for.
 */
@NullMarked
@ApplicationModule(
        displayName = "deliveries",
        allowedDependencies = {"database", "feed", "jobs", "web"})
package fr.preau.deliveries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
