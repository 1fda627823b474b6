/**
 * A director's ONDE files (pupils, guardians) become the directory of a school that no feed carries
 * yet: read, previewed line by line, corrected, then imported. An extract is one file; an import is
 * one upload, with its plan. Also the card that shows what ONDE says of a pupil.
 */
@NullMarked
@ApplicationModule(
        displayName = "onde",
        allowedDependencies = {"directory", "jobs", "web", "database"})
package fr.preau.onde;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
