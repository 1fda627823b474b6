/**
 * Connection sheets: what the school hands out so that families and staff open their account, alone
 * and the first time (capabilities A08 and A09). Codes are made by {@code access}; here they become
 * paper.
 */
@NullMarked
@ApplicationModule(
        displayName = "sheets",
        allowedDependencies = {"access", "print", "web", "database"})
package fr.preau.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
