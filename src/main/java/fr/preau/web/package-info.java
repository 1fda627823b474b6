/**
 * What every screen shares: who acts, typed pages, the layout and its chrome, wording, refusals,
 * live updates and the shape of a request. A feature above fills the chrome through the interfaces
 * declared here.
 */
@NullMarked
@ApplicationModule(displayName = "web", allowedDependencies = "database")
package fr.preau.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
