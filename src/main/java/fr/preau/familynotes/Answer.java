package fr.preau.familynotes;

import static fr.preau.web.Wording.t;

import java.util.Optional;
import java.util.stream.Stream;

/** What the school answers: in one tap, or in a few words. */
public enum Answer {
    SEEN,
    AGREED,
    WORDS;

    static Optional<Answer> of(String typed) {
        return Stream.of(values()).filter(answer -> answer.name().equals(typed)).findFirst();
    }

    public String label() {
        return t("familynotes.answer." + name());
    }
}
