package fr.preau.network;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version of the formula as it was typed, right or wrong; rates in Mbit/s, shares in percent. */
public record FormulaForm(
        String year,
        String from,
        String together,
        String pupilDown,
        String pupilUp,
        String video,
        String send,
        String base,
        String margin,
        String minimum,
        String comfort,
        String target) {
    /** More is a slip of the keyboard. */
    private static final int MOST_KBIT = 100_000;

    private static final int MOST_MARGIN = 300;

    public FormulaForm {
        year = typed(year);
        from = typed(from);
        together = typed(together);
        pupilDown = typed(pupilDown);
        pupilUp = typed(pupilUp);
        video = typed(video);
        send = typed(send);
        base = typed(base);
        margin = typed(margin);
        minimum = typed(minimum);
        comfort = typed(comfort);
        target = typed(target);
    }

    private static String typed(@Nullable String words) {
        return words == null ? "" : words.strip();
    }

    /** The one in force, to be changed; the day is left to be chosen. */
    static FormulaForm from(Formula formula, int year) {
        return new FormulaForm(
                "" + year,
                "",
                "" + formula.togetherPercent(),
                Megabits.say(formula.pupilDownKbit()),
                Megabits.say(formula.pupilUpKbit()),
                Megabits.say(formula.videoKbit()),
                Megabits.say(formula.sendKbit()),
                Megabits.say(formula.baseKbit()),
                "" + formula.marginPercent(),
                Megabits.say(formula.minimumKbit()),
                Megabits.say(formula.comfortKbit()),
                Megabits.say(formula.targetKbit()));
    }

    /** The rates by field, as they were typed. */
    public Map<String, String> rates() {
        var rates = new LinkedHashMap<String, String>();
        rates.put("pupilDown", pupilDown);
        rates.put("pupilUp", pupilUp);
        rates.put("video", video);
        rates.put("send", send);
        rates.put("base", base);
        rates.put("minimum", minimum);
        rates.put("comfort", comfort);
        rates.put("target", target);
        return rates;
    }

    Problems check(LocalDate today) {
        var problems = new Problems();
        var now = NetworkPolicy.yearOf(today);
        if (!List.of("" + now, "" + (now + 1)).contains(year))
            problems.add("year", t("network.formula.problem.year"));
        else {
            var start = NetworkPolicy.mayStart(schoolYear(), day(), today);
            if (start != NetworkPolicy.Start.ALLOWED)
                problems.add("from", t("network.formula.problem." + start));
        }
        if (!isPercent(together, 1, 100))
            problems.add("together", t("network.formula.problem.together"));
        if (!isPercent(margin, 0, MOST_MARGIN))
            problems.add("margin", t("network.formula.problem.margin", MOST_MARGIN));
        rates().forEach((field, typed) -> {
            var kbit = Megabits.read(typed);
            if (kbit == null || kbit > MOST_KBIT)
                problems.add(field, t("network.formula.problem.rate", MOST_KBIT / 1_000));
        });
        if (!problems.any() && !isRising())
            problems.add("minimum", t("network.formula.problem.bands"));
        return problems;
    }

    private boolean isRising() {
        return kbit(minimum) < kbit(comfort) && kbit(comfort) < kbit(target);
    }

    private static boolean isPercent(String typed, int least, int most) {
        return typed.matches("\\d{1,3}")
                && Integer.parseInt(typed) >= least
                && Integer.parseInt(typed) <= most;
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Only to be asked once {@link #check} has found nothing. */
    int schoolYear() {
        return Integer.parseInt(year);
    }

    LocalDate start() {
        return LocalDate.parse(from);
    }

    /** The parameters of its row. */
    Map<String, Integer> constants() {
        var constants = new LinkedHashMap<String, Integer>();
        rates().forEach((field, typed) -> constants.put(field, kbit(typed)));
        constants.put("together", Integer.valueOf(together));
        constants.put("margin", Integer.valueOf(margin));
        return constants;
    }

    private static int kbit(String typed) {
        var kbit = Megabits.read(typed);
        if (kbit == null) throw new IllegalStateException("not checked");
        return kbit;
    }
}
