package fr.preau.perimeter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be entrusted with something: a teacher in this school, or a person of the
 * académie at this node; {@code until}: the last day of what they are there.
 */
public record Candidate(
        long person, String name, long structure, String place, @Nullable LocalDate until) {}
