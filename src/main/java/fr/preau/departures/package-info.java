/**
 * The end of an account: who leaves a school and until when they may take their data away, accounts
 * that end by themselves, and the erasure, with its proof. For the direction of the school.
 */
@NullMarked
@ApplicationModule(
        displayName = "departures",
        allowedDependencies = {"access", "directory", "jobs", "web", "database"})
package fr.preau.departures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
