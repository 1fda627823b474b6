/**
 * What an académie asks of the passwords of its people: the product's habit, or its own from a day
 * on. For whoever leads or administers it; the doors ask for what is chosen here.
 */
@NullMarked
@ApplicationModule(
        displayName = "passwords",
        allowedDependencies = {"web", "database"})
package fr.preau.passwords;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
