/**
 * Short words for a device that its owner has chosen, through the push service of its browser (RFC
 * 8030): sealed so that only the device reads them (RFC 8291), signed so that the service knows who
 * writes (RFC 8292).
 */
@NullMarked
@ApplicationModule(
        displayName = "push",
        allowedDependencies = {"mail", "web", "database"})
package fr.preau.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
