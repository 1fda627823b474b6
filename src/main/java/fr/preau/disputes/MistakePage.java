package fr.preau.disputes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;

/** Taking back what was entered by mistake, and why. */
public record MistakePage(
        Dispute dispute, String convention, Step step, String words, Problems problems)
        implements Page {
    MistakePage(Folder folder, Step step, String words, Problems problems) {
        this(folder.dispute(), DisputePage.convention(folder), step, words, problems);
    }

    @Override
    public String title() {
        return t("disputes.mistake.title", step.kind().label());
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
