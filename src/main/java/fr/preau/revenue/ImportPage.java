package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** One file of accounting, line by line: what is kept apart first. */
public record ImportPage(ImportsPage.File file, List<Judged> lines) implements Page {
    private static final int SHOWN = 300;

    @Override
    public String title() {
        return t(file.isPreview() ? "revenue.import.look" : "revenue.import.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    public long acting() {
        return lines.stream().filter(line -> line.outcome().acts()).count();
    }

    public long apart() {
        return lines.stream().filter(line -> line.outcome().isApart()).count();
    }

    public long known() {
        return lines.size() - acting() - apart();
    }

    public List<Judged> linesApart() {
        return lines.stream().filter(line -> line.outcome().isApart()).limit(SHOWN).toList();
    }

    public List<Judged> linesThatFit() {
        return lines.stream().filter(line -> !line.outcome().isApart()).limit(SHOWN).toList();
    }

    public boolean isCut() {
        return apart() > SHOWN || acting() + known() > SHOWN;
    }
}
