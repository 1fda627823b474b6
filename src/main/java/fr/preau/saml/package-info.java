/**
 * The doors that others keep, by SAML 2.0: EduConnect for families, the desk of each académie for
 * its agents. What comes from there is checked here down to the last element; what is then known of
 * somebody is only what the directory knows.
 */
@NullMarked
@ApplicationModule(
        displayName = "saml",
        allowedDependencies = {"access", "jobs", "web", "database"})
package fr.preau.saml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
