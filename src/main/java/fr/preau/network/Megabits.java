package fr.preau.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rates as people write them: « 0,1 », « 35 », « 23,13 » Mbit/s; kept in kbit/s. */
public final class Megabits {
    private static final int LONGEST = 12;

    private Megabits() {}

    public static String say(int kbit) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.FRENCH))
                .format(new BigDecimal(kbit).movePointLeft(3).setScale(2, RoundingMode.HALF_UP));
    }

    /** What was typed, with a comma or a dot; null when it is no rate that a line may have. */
    static @Nullable Integer read(String typed) {
        var plain = typed.strip().replace(',', '.').replace(" ", "");
        if (plain.length() > LONGEST || !plain.matches("\\d+(\\.\\d+)?")) return null;
        var kbit = new BigDecimal(plain).movePointRight(3).setScale(0, RoundingMode.HALF_UP);
        return kbit.signum() > 0 && kbit.compareTo(BigDecimal.valueOf(100_000_000)) <= 0
                ? kbit.intValueExact()
                : null;
    }
}
