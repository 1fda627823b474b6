package fr.preau.network;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation as it was made: everything shown of it comes from its row and from its formula,
 * which nobody changes.
 */
public record Sheet(
        int year,
        int edition,
        Instant madeAt,
        String madeFor,
        boolean few,
        Uses uses,
        Line line,
        Calculation needs,
        @Nullable Tested tested,
        Formula formula) {
    /** The last trial before it was made. */
    public record Tested(Instant at, int devices, int downKbit, int upKbit) {}

    /** A step of the calculation: what, how, and the Mbit/s that come of it. */
    public record Step(String label, String how, String mbit) {}

    /** A rate beside the others, for the eye; {@code kbit} null for what is not known. */
    public record Bar(String label, @Nullable Integer kbit, int most) {
        public String say() {
            return kbit == null ? t("network.line.unknown") : t("network.mbit", Megabits.say(kbit));
        }

        /** In steps of five percent, for paper. */
        public int twentieths() {
            return kbit == null || most == 0
                    ? 0
                    : (int) Math.max(1, Math.round(20.0 * kbit / most));
        }
    }

    /** One of the bands for the pupils of this school. */
    public record BandHere(Band band, int eachKbit, int kbit, boolean reached) {
        public String label() {
            return t("network.band." + band);
        }

        public String each() {
            return t("network.mbit", Megabits.say(eachKbit));
        }

        public String all() {
            return t("network.mbit", Megabits.say(kbit));
        }
    }

    public String yearName() {
        return Years.say(year);
    }

    /** How many pupils work at once, in a sentence. */
    public String together() {
        return t(
                "network.together",
                uses.pupils(),
                formula.togetherPercent(),
                Calculation.part(uses.pupils(), formula.togetherPercent()),
                count("network.devices", uses.devices()),
                count("network.pupils", needs.together()));
    }

    public List<Step> down() {
        return List.of(
                step(
                        t("network.step.pupils"),
                        times("network.pupils", needs.together(), formula.pupilDownKbit()),
                        needs.pupilsDownKbit()),
                step(
                        t("network.step.videos"),
                        times("network.videos", uses.videos(), formula.videoKbit()),
                        needs.videosKbit()),
                step(t("network.step.base"), t("network.step.base.how"), needs.baseKbit()),
                margin(needs.sumDownKbit(), needs.needDownKbit()));
    }

    public List<Step> up() {
        return List.of(
                step(
                        t("network.step.pupils"),
                        times("network.pupils", needs.together(), formula.pupilUpKbit()),
                        needs.pupilsUpKbit()),
                step(
                        t("network.step.sends"),
                        times("network.sends", uses.sends(), formula.sendKbit()),
                        needs.sendsKbit()),
                margin(needs.sumUpKbit(), needs.needUpKbit()));
    }

    private static String times(String key, int n, int kbit) {
        return t("network.step.times", count(key, n), Megabits.say(kbit));
    }

    private Step margin(int sum, int need) {
        return step(
                t("network.step.need"),
                t("network.step.margin", Megabits.say(sum), formula.marginPercent()),
                need);
    }

    private static Step step(String label, String how, int kbit) {
        return new Step(label, how, Megabits.say(kbit));
    }

    public Standing standing() {
        return Standing.of(
                line.downKbit(), needs.needDownKbit(), line.upKbit(), needs.needUpKbit());
    }

    /** What the town hall is told, in a sentence or two. */
    public String recommendation() {
        return t(
                "network.recommendation",
                yearName(),
                Megabits.say(needs.needDownKbit()),
                Megabits.say(needs.needUpKbit()));
    }

    /** The declared line beside it. */
    public List<String> verdict() {
        var said = new ArrayList<String>();
        if (line.downKbit() == null || line.upKbit() == null)
            said.add(t("network.verdict.unknown"));
        lacking("network.verdict.down", line.downKbit(), needs.needDownKbit(), said);
        lacking("network.verdict.up", line.upKbit(), needs.needUpKbit(), said);
        if (standing() == Standing.ENOUGH) said.add(t("network.verdict.enough"));
        if (line.downKbit() != null) said.add(t("network.verdict.band", Reached.say(band())));
        if (tested != null) said.add(measured(tested));
        return said;
    }

    private static void lacking(String key, @Nullable Integer kbit, int need, List<String> said) {
        if (kbit != null && kbit < need) said.add(t(key, Megabits.say(need - kbit)));
    }

    private String measured(Tested trial) {
        var got =
                count("network.verdict.tested", trial.devices())
                        .replace("{1}", Megabits.say(trial.downKbit()));
        return line.downKbit() == null ? got : got + " " + beside(trial, line.downKbit());
    }

    /** More than the line carries: what was declared is wrong, or was another line. */
    private static String beside(Tested trial, int declared) {
        var percent = Math.round(100.0 * trial.downKbit() / declared);
        return percent > 110 ? t("network.verdict.more") : t("network.verdict.share", percent);
    }

    public @Nullable Band band() {
        return Reached.by(line.downKbit(), needs.together(), formula);
    }

    public List<BandHere> bands() {
        return Stream.of(Band.values())
                .map(band ->
                        new BandHere(
                                band,
                                formula.kbit(band),
                                formula.kbit(band) * needs.together(),
                                band() != null && band().compareTo(band) >= 0))
                .toList();
    }

    public List<Bar> bars() {
        return bars(
                needs.needDownKbit(), line.downKbit(), tested == null ? null : tested.downKbit());
    }

    public List<Bar> barsUp() {
        return bars(needs.needUpKbit(), line.upKbit(), tested == null ? null : tested.upKbit());
    }

    private static List<Bar> bars(
            int need, @Nullable Integer declared, @Nullable Integer measured) {
        var most =
                Math.max(
                        need,
                        Math.max(declared == null ? 0 : declared, measured == null ? 0 : measured));
        return List.of(
                new Bar(t("network.bar.need"), need, most),
                new Bar(t("network.bar.line"), declared, most),
                new Bar(t("network.bar.tested"), measured, most));
    }

    /** « Faite par la mairie » */
    public String by() {
        return t("network.by." + madeFor);
    }
}
