package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.Comparator;
import java.util.List;

/** Paper for those who never come: what to print, what came back, what was noted. */
public record CouponsPage(
        Note note,
        List<PaperLine> lines,
        List<Choice> choices,
        DecisionForm answer,
        String tick,
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

    /** Those whose paper is most needed first. */
    public List<PaperLine> toPrint() {
        return lines.stream()
                .filter(PaperLine::needsPaper)
                .sorted(Comparator.comparing(line -> !line.isUrgent(note.rule())))
                .toList();
    }

    public boolean isTicked(PaperLine line) {
        return switch (tick) {
            case "all" -> true;
            case "none" -> false;
            default -> line.isUrgent(note.rule());
        };
    }

    /** Why some are ticked from the start, or that none is; nothing once somebody chose. */
    public String ticked() {
        if (!tick.isEmpty()) return "";
        return t(
                toPrint().stream().anyMatch(this::isTicked)
                        ? "liaison.coupons.print.text"
                        : "liaison.coupons.print.none");
    }

    public List<PaperLine> toNote() {
        return lines.stream().filter(line -> !line.isSigned()).toList();
    }

    public List<PaperLine> noted() {
        return lines.stream().filter(PaperLine::isOnPaper).toList();
    }
}
