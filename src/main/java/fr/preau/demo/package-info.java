/**
 * The invented people of a real commune, entering as real ones do: by a delivery, then by the
 * directory's operations. Never in production.
 */
@NullMarked
@ApplicationModule(
        displayName = "demo",
        allowedDependencies = {
            "saml",
            "proconnect",
            "agreements",
            "switches",
            "home",
            "liaison",
            "mail",
            "access",
            "feed",
            "directory",
            "web",
            "database"
        })
package fr.preau.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
