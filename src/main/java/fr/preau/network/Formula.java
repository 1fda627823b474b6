package fr.preau.network;

import static fr.preau.web.Wording.t;

import java.time.LocalDate;

/**
 * A version of the formula of a school year. Rates in kbit/s, shares in percent; the three bands
 * are for each pupil at work at the same time.
 */
public record Formula(
        long id,
        int year,
        int version,
        LocalDate fromOn,
        int togetherPercent,
        int pupilDownKbit,
        int pupilUpKbit,
        int videoKbit,
        int sendKbit,
        int baseKbit,
        int marginPercent,
        int minimumKbit,
        int comfortKbit,
        int targetKbit) {
    /** What is read from a row, in the order of the record. */
    static final String COLUMNS =
            "f.id, f.year, f.version, f.from_on, f.together_percent, f.pupil_down_kbit, f.pupil_up_kbit, f.video_kbit, f.send_kbit, f.base_kbit, f.margin_percent, f.minimum_kbit, f.comfort_kbit, f.target_kbit";

    /** « formule 2024-2025, version 2 » */
    public String title() {
        return t("network.formula.name", Years.say(year), version);
    }

    /** The same where it begins a line. */
    public String heading() {
        return t("network.formula.heading", Years.say(year), version);
    }

    public int kbit(Band band) {
        return switch (band) {
            case MINIMUM -> minimumKbit;
            case COMFORT -> comfortKbit;
            case TARGET -> targetKbit;
        };
    }
}
