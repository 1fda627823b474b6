/**
 * Who may reach whom: the région's matrix, what a school decides otherwise, one answer with its
 * reason for every service that writes, shares or shows; and the search of a person within it. For
 * directors (the matrix) and for everybody who may reach somebody (the search).
 */
@NullMarked
@ApplicationModule(
        displayName = "contact",
        allowedDependencies = {"directory", "web", "database"})
package fr.preau.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
