/**
 * Writes deliveries of a whole invented région, shaped like the ministry's: for the operator who
 * tries an import before the first real one, and for every measure that needs a million persons. A
 * place is one village, town or group of villages with its schools; everything in it follows from
 * the seed, so that nothing needs to be kept.
 */
@NullMarked
@ApplicationModule(
        displayName = "generator",
        allowedDependencies = {"web"})
package fr.preau.generator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
