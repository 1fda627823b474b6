package fr.preau.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody copies from their connection sheet, and the password that they choose. */
public record ActivationForm(
        @Nullable String login, @Nullable String code, @Nullable String password) {
    /** Nothing typed is an empty text. */
    ActivationForm typed() {
        return new ActivationForm(
                Objects.requireNonNullElse(login, ""),
                Objects.requireNonNullElse(code, ""),
                Objects.requireNonNullElse(password, ""));
    }
}
