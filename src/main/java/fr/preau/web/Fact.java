package fr.preau.web;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened, in the past tense, published inside the transaction that made it true
 * and delivered after it, at least once. Carries numbers and codes only: never a name, never a
 * text.
 */
public interface Fact {
    /** The same at every delivery: listeners make one effect of it. */
    String identity();

    /** Where it happened; null when no single school is concerned. */
    @Nullable Long school();

    /** Who did it; null when nobody did (a job, an import, a stranger at the door). */
    @Nullable Long account();

    default @Nullable Long person() {
        return null;
    }

    /** What it is about, e.g. {@code note 12}. */
    String subject();
}
