package fr.preau.disputes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Wording;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens in a procedure, in the order in which it usually does. */
public enum StepKind {
    OPENED(Words.NEEDED),
    FIRST_LETTER(Words.NONE),
    FIRST_RECEIPT(Words.NONE),
    PROPOSED(Words.FREE),
    HELD(Words.NEEDED),
    FAILED(Words.FREE),
    REASONS(Words.NEEDED),
    SECOND_LETTER(Words.NONE),
    SECOND_RECEIPT(Words.NONE),
    /** Made by time, never by a party. */
    TERMINATED(Words.NONE),
    /** The text of an amicable agreement, which the other party accepts or not. */
    OFFER(Words.NEEDED),
    AGREED(Words.NONE),
    WITHDRAWN(Words.FREE),
    COURT(Words.FREE),
    TAKEN_BACK(Words.NEEDED);

    /** Whether a party writes something with it. */
    enum Words {
        NONE,
        FREE,
        NEEDED
    }

    private final Words words;

    StepKind(Words words) {
        this.words = words;
    }

    /** Empty for a word that is none. */
    static Optional<StepKind> named(@Nullable String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    /** Whether there is a place for words. */
    public boolean takesWords() {
        return words != Words.NONE;
    }

    public boolean needsWords() {
        return words == Words.NEEDED;
    }

    /** A registered letter, which has a number. */
    public boolean isLetter() {
        return this == FIRST_LETTER || this == SECOND_LETTER;
    }

    /** When a letter came is known after what followed it, and says nothing of the order. */
    boolean isReceipt() {
        return this == FIRST_RECEIPT || this == SECOND_RECEIPT;
    }

    /** What has told nobody anything yet: its author may take it back on a later day too. */
    boolean isText() {
        return this == REASONS || this == OFFER;
    }

    boolean ends() {
        return this == AGREED || this == WITHDRAWN;
    }

    public String label() {
        return t("disputes.step." + name());
    }

    /** What the button says that adds it. */
    public String act() {
        return t("disputes.act." + name());
    }

    /** One sentence before its form; empty when the label says all. */
    public String hint() {
        var key = "disputes.hint." + name();
        return Wording.exists(key) ? t("disputes.hint." + name()) : "";
    }

    /** How the day is asked for. */
    public String dayLabel() {
        var key = "disputes.day." + name();
        return Wording.exists(key) ? t("disputes.day." + name()) : t("disputes.day");
    }

    /** How the words are asked for. */
    public String wordsLabel() {
        var key = "disputes.words." + name();
        return Wording.exists(key) ? t("disputes.words." + name()) : t("disputes.words");
    }
}
