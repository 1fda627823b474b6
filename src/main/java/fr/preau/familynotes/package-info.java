/**
 * Notes that families begin: a guardian writes a question, asks for an appointment or says who
 * comes for one child; those who have the child's class answer, and may pause a class until a day.
 * For guardians, teachers and the direction; part of the carnet de liaison.
 */
@NullMarked
@ApplicationModule(
        displayName = "familynotes",
        allowedDependencies = {"directory", "web", "database"})
package fr.preau.familynotes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
