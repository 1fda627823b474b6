package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Markdown;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** A request before one guardian, for one child: what is asked, the answer, its versions. */
public record DecisionPage(
        Note note,
        Receipt receipt,
        List<Choice> choices,
        List<Decision> history,
        DecisionForm form,
        LiaisonPolicy.Deciding verdict,
        Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("liaison.decision.title", receipt.firstName());
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public String path() {
        return note.path() + "/decision/" + receipt.child();
    }

    public String bodyHtml() {
        return Markdown.document(note.body());
    }

    public boolean isOpen() {
        return verdict == LiaisonPolicy.Deciding.ALLOWED;
    }

    /** Why nothing can be answered; only asked when the request is not open. */
    public String closed() {
        return t("liaison.problem.decide." + verdict);
    }

    public boolean isChosen(Choice choice) {
        return Integer.toString(choice.number()).equals(form.choice());
    }

    public boolean asksCondition() {
        return choices.stream().anyMatch(Choice::asksCondition);
    }
}
