package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import org.jspecify.annotations.Nullable;

/** What Chorus Pro asks for, as somebody typed it. */
public record DetailsForm(
        String chorusService, String commitmentNumber, @Nullable Boolean required) {
    public DetailsForm {
        chorusService = chorusService == null ? "" : chorusService.strip();
        commitmentNumber = commitmentNumber == null ? "" : commitmentNumber.strip();
    }

    static DetailsForm of(RevenueOrder order) {
        return new DetailsForm(
                order.chorusService(), order.commitmentNumber(), order.commitmentRequired());
    }

    public boolean isRequired() {
        return Boolean.TRUE.equals(required);
    }

    Problems check() {
        var problems = new Problems();
        if (!isCode(chorusService, 100))
            problems.add("chorusService", t("revenue.problem.code", 100));
        if (!isCode(commitmentNumber, 50))
            problems.add("commitmentNumber", t("revenue.problem.code", 50));
        return problems;
    }

    private static boolean isCode(String typed, int longest) {
        return typed.length() <= longest && typed.matches("[\\p{L}\\p{N} ._/-]*");
    }
}
