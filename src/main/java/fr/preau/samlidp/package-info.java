/**
 * SAML 2.0, as an identity provider: services outside that are registered ask by a browser, and are
 * answered with a signed assertion. What is told is told of an open session; when it ends, they are
 * told that too.
 */
@NullMarked
@ApplicationModule(
        displayName = "samlidp",
        allowedDependencies = {"connectors", "saml", "access", "web"})
package fr.preau.samlidp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
