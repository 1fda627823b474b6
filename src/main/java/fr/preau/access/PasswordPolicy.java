package fr.preau.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * What a new password must be (CNIL délibération 2022-100: length, or how hard it is to guess;
 * OWASP ASVS 5.0 V6.2: at least as long, no composition by default, common ones refused). Pure: the
 * rule is data.
 */
final class PasswordPolicy {
    /** More than this costs time and protects nobody. */
    static final int LONGEST = 128;

    private static final Zxcvbn GUESSES = new Zxcvbn();
    private static final List<IntPredicate> KINDS =
            List.of(
                    Character::isLowerCase,
                    Character::isUpperCase,
                    Character::isDigit,
                    c -> !Character.isLetterOrDigit(c));

    private PasswordPolicy() {}

    /**
     * The rule of a profile: characters, kinds of characters, power of ten of the guesses that a
     * cracker needs, how many of the last passwords are refused, and after how many months it is to
     * be replaced; 0 for never.
     */
    record Rule(int minLength, int minKinds, double minGuesses, int remembers, int months) {
        /** Whoever wears several hats keeps the strictest of each. */
        Rule and(Rule other) {
            return new Rule(
                    Math.max(minLength, other.minLength),
                    Math.max(minKinds, other.minKinds),
                    Math.max(minGuesses, other.minGuesses),
                    Math.max(remembers, other.remembers),
                    months == 0 || other.months == 0
                            ? Math.max(months, other.months)
                            : Math.min(months, other.months));
        }

        /** Whether a password of that day is to be replaced today. */
        boolean isOver(LocalDate changedOn, LocalDate today) {
            return months > 0 && !changedOn.plusMonths(months).isAfter(today);
        }
    }

    enum Fault {
        SHORT,
        LONG,
        KINDS,
        EASY
    }

    /**
     * What is wrong with a password; empty when nothing is.
     *
     * @param about words that anybody would try first for this person: login, names
     */
    static Optional<Fault> fault(Rule rule, String password, List<String> about) {
        if (password.codePointCount(0, password.length()) < rule.minLength())
            return Optional.of(Fault.SHORT);
        if (password.length() > LONGEST) return Optional.of(Fault.LONG);
        var kinds = KINDS.stream().filter(kind -> password.chars().anyMatch(kind)).count();
        if (kinds < rule.minKinds()) return Optional.of(Fault.KINDS);
        return guesses(password, about) < rule.minGuesses()
                ? Optional.of(Fault.EASY)
                : Optional.empty();
    }

    /**
     * Its own list has the thirty thousand passwords and words that are tried first. Whoever knows
     * the person tries what surrounds their name: without it, the rest must be as hard.
     */
    private static double guesses(String password, List<String> about) {
        var obvious =
                Stream.concat(about.stream(), Stream.of("preau", "ecole"))
                        .map(PasswordPolicy::plain)
                        .toList();
        var plain = plain(password);
        var rest = plain;
        for (var word : obvious) if (word.length() > 2) rest = rest.replace(word, "");
        return Math.min(measured(plain, obvious), measured(rest, obvious));
    }

    private static double measured(String text, List<String> obvious) {
        return text.isEmpty() ? 0 : GUESSES.measure(text, obvious).getGuessesLog10();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
