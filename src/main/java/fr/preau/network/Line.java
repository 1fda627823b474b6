package fr.preau.network;

import static fr.preau.web.Wording.t;

import org.jspecify.annotations.Nullable;

/** The line that was declared; null for what nobody knows. */
public record Line(
        Technology technology,
        @Nullable Integer downKbit,
        @Nullable Integer upKbit,
        String provider) {
    static final Line UNKNOWN = new Line(Technology.UNKNOWN, null, null, "");

    /** « Fibre, Orange : 300 Mbit/s pour recevoir, 100 pour envoyer » */
    public String say() {
        if (equals(UNKNOWN)) return t("network.line.none");
        var what =
                provider.isEmpty()
                        ? technology.label()
                        : t("network.line.by", technology.label(), provider);
        return t("network.line.say", what, rate(downKbit), rate(upKbit));
    }

    private static String rate(@Nullable Integer kbit) {
        return kbit == null ? t("network.line.unknown") : t("network.mbit", Megabits.say(kbit));
    }
}
