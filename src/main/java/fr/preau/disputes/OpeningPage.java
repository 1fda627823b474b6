package fr.preau.disputes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The griefs, and about which convention.
 *
 * @param more others could not be shown: one looks for them
 */
public record OpeningPage(
        List<Choice> choices, boolean more, String q, OpeningForm form, Problems problems)
        implements Page {
    /** More are found by their name. */
    static final int MOST = 40;

    /** A convention in force. */
    public record Choice(long id, String debtor, String reference, int year) {
        public String label() {
            return t("disputes.choice", debtor, reference, year, year + 1);
        }
    }

    /** The one that was chosen stays first, found or not. */
    static OpeningPage of(
            List<Choice> found,
            Optional<Choice> chosen,
            String q,
            OpeningForm form,
            Problems problems) {
        var shown = Stream.concat(chosen.stream(), found.stream().limit(MOST)).distinct().toList();
        return new OpeningPage(shown, found.size() > MOST || !q.isEmpty(), q, form, problems);
    }

    public boolean isChosen(Choice choice) {
        return Long.valueOf(choice.id()).equals(form.agreement());
    }

    @Override
    public String title() {
        return t("disputes.new.title");
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
