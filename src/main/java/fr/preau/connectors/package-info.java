/**
 * The services outside that believe what Préau says of somebody, each by a connector: nobody is
 * told anything unless the région has registered it, for these places and these profiles, with this
 * list of attributes. The protocols themselves are features above this one.
 */
@NullMarked
@ApplicationModule(
        displayName = "connectors",
        allowedDependencies = {"saml", "access", "jobs", "web", "database"})
package fr.preau.connectors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
