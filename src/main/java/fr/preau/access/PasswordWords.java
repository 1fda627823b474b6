package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.access.PasswordPolicy.Rule;
import java.util.ArrayList;

/** The rule of a password, as its holder reads it. */
final class PasswordWords {
    private PasswordWords() {}

    static String of(Rule rule) {
        var said = new ArrayList<String>();
        said.add(
                switch (rule.minKinds()) {
                    case 0, 1 -> t("access.activation.password-hint", rule.minLength());
                    case 4 -> t("access.password.rule.kinds", rule.minLength());
                    default ->
                            t("access.password.rule.some-kinds", rule.minLength(), rule.minKinds());
                });
        if (rule.remembers() > 1) said.add(t("access.password.rule.last", rule.remembers()));
        if (rule.months() > 0)
            said.add(
                    inYears(rule)
                            ? t("access.password.rule.years", rule.months() / 12)
                            : t("access.password.rule.months", rule.months()));
        return String.join(" ", said);
    }

    /** « 3 ans » */
    static String age(Rule rule) {
        return inYears(rule)
                ? t("access.renewal.years", rule.months() / 12)
                : t("access.renewal.months", rule.months());
    }

    /** One year is said in months: « 12 mois ». */
    private static boolean inYears(Rule rule) {
        return rule.months() % 12 == 0 && rule.months() > 12;
    }
}
