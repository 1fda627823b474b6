package fr.preau.network;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.ArrayList;
import java.util.List;

/** Where a teacher tests the line from the class, and what was measured before. */
public record NetworkTestPage(
        SchoolSeen school,
        int year,
        List<String> classes,
        List<Trial> trials,
        Formula formula,
        TestForm form,
        Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("network.test.title");
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    /** What a trial means in a class. */
    public List<String> meaning(Trial trial) {
        var said = new ArrayList<String>();
        said.add(atEase(trial.downKbit() / formula.comfortKbit()));
        said.add(
                t(
                        trial.downKbit() >= formula.videoKbit()
                                ? "network.test.means.video"
                                : "network.test.means.no-video"));
        said.add(
                t(
                        "network.test.means.page",
                        Megabits.say(Math.max(100, Math.round(trial.pageMs() / 100f) * 100))));
        if (trial.devices() > 1) said.add(t("network.test.means.together", trial.devices()));
        return said;
    }

    private String atEase(int pupils) {
        if (pupils == 0) return t("network.test.means.nobody");
        return pupils >= school.pupils()
                ? t("network.test.means.all")
                : count("network.test.means.pupils", pupils);
    }
}
