package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** Paper for those who never come: what to print, what came back, what was noted. */
public record CouponsPage(
        Note note,
        List<PaperLine> lines,
        List<Choice> choices,
        DecisionForm answer,
        Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("liaison.coupons.title");
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public List<PaperLine> toPrint() {
        return lines.stream().filter(PaperLine::needsPaper).toList();
    }

    public List<PaperLine> toNote() {
        return lines.stream().filter(line -> !line.isSigned()).toList();
    }

    public List<PaperLine> noted() {
        return lines.stream().filter(PaperLine::isOnPaper).toList();
    }
}
