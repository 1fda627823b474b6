package fr.preau.contact;

import org.jspecify.annotations.Nullable;

/**
 * One way from somebody to somebody else: what they are to each other, what they have in common,
 * and what the rule in force says of it.
 */
public record Link(
        Side fromProfile,
        Side toProfile,
        Scope scope,
        boolean allowed,
        Origin origin,
        @Nullable String school,
        @Nullable String classLabel,
        @Nullable String child) {
    /** Who decided the rule. */
    public enum Origin {
        REGION,
        SCHOOL,
        CLASS
    }
}
