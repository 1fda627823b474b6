package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import fr.preau.web.Typed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A choice and its condition, as typed. */
public record DecisionForm(@Nullable String choice, @Nullable String condition) {
    static final int MAX_CONDITION = 1_000;
    static final DecisionForm EMPTY = new DecisionForm("", "");

    public DecisionForm {
        choice = Typed.clean(choice);
        condition = Typed.clean(condition).strip();
    }

    static DecisionForm of(@Nullable Decision last) {
        return last == null || last.choice() == null
                ? EMPTY
                : new DecisionForm(Integer.toString(last.choice()), last.condition());
    }

    Optional<Choice> chosen(List<Choice> choices) {
        return choices.stream()
                .filter(one -> Integer.toString(one.number()).equals(choice))
                .findFirst();
    }

    /** Kept only with a choice that asks for it: a condition under « Oui » would be two answers. */
    @Nullable String conditionOf(Choice chosen) {
        return chosen.asksCondition() ? condition : null;
    }

    void check(List<Choice> choices, Problems problems) {
        var chosen = chosen(choices);
        if (chosen.isEmpty()) problems.add("choice", t("liaison.problem.choice"));
        if (chosen.isPresent() && chosen.get().asksCondition() && condition.isEmpty())
            problems.add("condition", t("liaison.problem.condition"));
        if (NoteForm.length(condition) > MAX_CONDITION)
            problems.add("condition", t("liaison.problem.condition.long", MAX_CONDITION));
    }
}
