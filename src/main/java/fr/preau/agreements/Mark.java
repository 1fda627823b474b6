package fr.preau.agreements;

import java.util.Optional;
import java.util.regex.Pattern;

/** What each page bears, in words and as a code: which convention, in which edition. */
record Mark(String reference, int edition) {
    private static final Pattern FORM =
            Pattern.compile("ENT-École (20\\d\\d-\\d{6,}) édition (\\d{1,5})");

    static Mark of(Agreement agreement) {
        return new Mark(agreement.reference(), agreement.edition());
    }

    String words() {
        return "ENT-École " + reference + " édition " + edition;
    }

    /** The first mark in this text. */
    static Optional<Mark> in(String text) {
        var found = FORM.matcher(text.replaceAll("\\s+", " "));
        return found.find()
                ? Optional.of(new Mark(found.group(1), Integer.parseInt(found.group(2))))
                : Optional.empty();
    }
}
