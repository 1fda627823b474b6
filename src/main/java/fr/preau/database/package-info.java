/**
 * The one PostgreSQL: carried inside for trying and testing, given by address in production; its
 * migrations, and the walls that every transaction passes.
 */
@NullMarked
@ApplicationModule(
        displayName = "database",
        allowedDependencies = {})
package fr.preau.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
