/**
 * Paper: a template becomes a tagged PDF, with its fonts in it and nothing fetched from anywhere.
 */
@NullMarked
@ApplicationModule(displayName = "print", allowedDependencies = "web")
package fr.preau.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
