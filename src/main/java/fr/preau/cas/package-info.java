/**
 * The CAS Protocol 3.0.3, as a server: services outside that are registered learn who somebody is
 * by a ticket that serves once, and are told when it is over.
 */
@NullMarked
@ApplicationModule(
        displayName = "cas",
        allowedDependencies = {"connectors", "access", "jobs", "web", "database"})
package fr.preau.cas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
