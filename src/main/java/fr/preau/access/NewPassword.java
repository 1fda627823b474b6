package fr.preau.access;

import fr.preau.access.PasswordPolicy.Fault;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges the password that somebody chooses: by the rule of their hats, and by those before. */
@Component
class NewPassword {
    /** Why a password is not taken. */
    enum Refusal {
        SHORT,
        LONG,
        KINDS,
        EASY,
        /** One of the passwords of before. */
        AGAIN
    }

    private final PasswordRules rules;
    private final Passwords passwords;

    NewPassword(PasswordRules rules, Passwords passwords) {
        this.rules = rules;
        this.passwords = passwords;
    }

    /** What is wrong with it for the holder of this account; empty when nothing is. */
    Optional<Refusal> refusal(long account, PasswordPolicy.Rule rule, String password) {
        var fault = PasswordPolicy.fault(rule, password, rules.about(account));
        if (fault.isPresent()) return fault.map(Fault::name).map(Refusal::valueOf);
        return rules.refused(account, rule).stream()
                        .anyMatch(before -> passwords.matches(password, before))
                ? Optional.of(Refusal.AGAIN)
                : Optional.empty();
    }
}
