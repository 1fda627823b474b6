/**
 * Titres de perception: the région asks the State's accounting to recover what each signed
 * convention says, school by school, then follows number, due date, payments, contests and
 * corrections. Nothing is deleted, no amount changes, no VAT is computed. The town hall reads its
 * own.
 */
@NullMarked
@ApplicationModule(
        displayName = "revenue",
        allowedDependencies = {
            "agreements",
            "directory",
            "print",
            "mail",
            "jobs",
            "web",
            "database"
        })
package fr.preau.revenue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
