package fr.preau.sheets;

import org.jspecify.annotations.Nullable;

/**
 * One sheet, as it is printed. Without a code, it is for somebody who has an account already and
 * says how to come back to it.
 */
public record Sheet(
        Holder holder,
        String place,
        @Nullable String code,
        String until,
        String address,
        String qr) {}
