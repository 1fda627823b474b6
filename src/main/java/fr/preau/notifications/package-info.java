/** What somebody should know, made from the facts of the services below; the bell of every page. */
@NullMarked
@ApplicationModule(
        displayName = "notifications",
        allowedDependencies = {
            "familynotes",
            "liaison",
            "messages",
            "vigilance",
            "continuity",
            "townstaff",
            "agreements",
            "disputes",
            "quiet",
            "calendar",
            "access",
            "directory",
            "mail",
            "push",
            "jobs",
            "web",
            "database"
        })
package fr.preau.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
