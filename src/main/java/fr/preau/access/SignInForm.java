package fr.preau.access;

import org.jspecify.annotations.Nullable;

/** What the sign-in form sends. */
public record SignInForm(
        @Nullable String login, @Nullable String password, @Nullable String then) {}
