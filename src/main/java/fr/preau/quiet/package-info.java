/**
 * Quiet hours: when nobody is disturbed, evenings, weekends and holidays, as the région says and as
 * a school adapts it; and what a direction lets through at once all the same, with its reason. For
 * the direction of a school; asked by whatever tells somebody something.
 */
@NullMarked
@ApplicationModule(
        displayName = "quiet",
        allowedDependencies = {"calendar", "web"})
package fr.preau.quiet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
