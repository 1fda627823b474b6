package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.Instant;
import java.util.List;

/** What a coupon is about, for the one who holds it: which child, and who has signed. */
public record ScanPage(
        Note note,
        String coupon,
        long guardian,
        Instant printedAt,
        List<PaperLine> lines,
        LiaisonPolicy.Scanning verdict,
        List<Choice> choices,
        DecisionForm answer,
        Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("liaison.scan.title", child().firstName());
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public PaperLine child() {
        return lines.getFirst();
    }

    public boolean isOpen() {
        return verdict == LiaisonPolicy.Scanning.ALLOWED && !toSign().isEmpty();
    }

    /** Why it is worth nothing any more; empty when it is. */
    public String worthless() {
        return verdict == LiaisonPolicy.Scanning.ALLOWED
                ? ""
                : t("liaison.problem.coupon." + verdict);
    }

    public List<PaperLine> toSign() {
        return lines.stream().filter(line -> !line.isSigned()).toList();
    }

    public List<PaperLine> signed() {
        return lines.stream().filter(PaperLine::isSigned).toList();
    }
}
