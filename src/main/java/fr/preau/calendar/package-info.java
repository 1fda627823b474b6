/**
 * When there is school: the official calendar of each zone, the week of each school, its closures
 * and added days. For whoever belongs to a school; what registers, homework, reminders and quiet
 * hours count with.
 */
@NullMarked
@ApplicationModule(
        displayName = "calendar",
        allowedDependencies = {"directory", "web", "database"})
package fr.preau.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
