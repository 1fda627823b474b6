package fr.preau.agreements;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A school of a convention.
 *
 * @param structure in the directory; null when it is not there
 * @param label {@code COMMUNE - dépt - ÉCOLE … - UAI}, as the convention prints it
 * @param grouping the RPI, a label only; may be empty
 * @param closedAt when the school left the directory; null while it is there
 */
public record AgreementSchool(
        String uai,
        @Nullable Long structure,
        String name,
        String label,
        String grouping,
        @Nullable Instant closedAt) {}
