/**
 * OpenID Connect Core 1.0, as a provider: the code flow, for services outside that are registered.
 * What is told is told of an open session, and is over with it.
 */
@NullMarked
@ApplicationModule(
        displayName = "openid",
        allowedDependencies = {"connectors", "access", "jobs", "web", "database"})
package fr.preau.openid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
