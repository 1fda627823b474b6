package fr.preau.proconnect;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** ProConnect was passed, this door was not: why, and what to do now. */
public record NotLetInPage(String outcome) implements Page {
    static final Set<String> OUTCOMES =
            Arrays.stream(Refusal.Reason.values())
                    .map(Refusal.Reason::outcome)
                    .collect(Collectors.toUnmodifiableSet());

    @Override
    public String title() {
        return t("proconnect.refused." + outcome + ".title");
    }

    public String text() {
        return t("proconnect.refused." + outcome + ".text");
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String width() {
        return "narrow";
    }
}
