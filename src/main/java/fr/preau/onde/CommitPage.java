package fr.preau.onde;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.ArrayList;
import java.util.List;

/** The last look before the directory changes: what will happen, in sentences. */
public record CommitPage(Upload upload, Plan plan, Problems problems) implements Page {
    @Override
    public String title() {
        return t("onde.commit.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "narrow";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    /** The plan that is agreed to: another one asks again. */
    public String agreed() {
        return digest(plan);
    }

    public static String digest(Plan plan) {
        return Integer.toHexString(Json.of(plan).hashCode());
    }

    public List<String> effects() {
        var all = new ArrayList<String>();
        for (var kind : List.of(Line.PUPIL, Line.GUARDIAN))
            for (var action : List.of(Action.CREATED, Action.CHANGED, Action.REMOVED)) {
                var n = plan.count(kind, action);
                if (n > 0) all.add(count("onde.effect." + kind + "." + action, n));
            }
        var classes = plan.classes().stream().filter(row -> row.into() == null).count();
        if (classes > 0) all.add(count("onde.effect.class", classes));
        if (!plan.newTies().isEmpty()) all.add(count("onde.effect.tie", plan.newTies().size()));
        if (!plan.endedTies().isEmpty())
            all.add(count("onde.effect.untie", plan.endedTies().size()));
        return all;
    }

    public String confirmation() {
        return count("onde.commit.confirm", plan.leavingPupils());
    }
}
