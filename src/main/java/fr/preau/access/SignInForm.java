package fr.preau.access;

import org.jspecify.annotations.Nullable;

/** What the sign-in form sends; {@code kept} when a text waits behind the door. */
public record SignInForm(
        @Nullable String login,
        @Nullable String password,
        @Nullable String then,
        @Nullable String kept,
        OffersDoor.@Nullable Whom who) {}
