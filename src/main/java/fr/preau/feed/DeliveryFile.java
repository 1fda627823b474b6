package fr.preau.feed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One file of a delivery, as its name tells: {@code
 * <prefix>_<Complet|Delta>_<yyyyMMdd>_<Kind>_<nnnn>.xml}.
 */
record DeliveryFile(Path path, String prefix, boolean full, String date, Kind kind) {
    // The separator before the kind matters: "PersRelEleve" ends like "Eleve".
    private static final Pattern NAME =
            Pattern.compile("(.*)_(EtabEducNat|Eleve|PersRelEleve|PersEducNat)_\\d{4}\\.xml");
    private static final Pattern DATED = Pattern.compile("(?:(.*)_)?(Complet|Delta)_(\\d{8})");

    static Optional<DeliveryFile> of(Path path) {
        var name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) return Optional.empty();
        var kind = Kind.of(name.group(2)).orElseThrow();
        var dated = DATED.matcher(name.group(1));
        // A name without a date or a nature is still a full delivery: only the end of the name is
        // agreed.
        if (!dated.matches())
            return Optional.of(
                    new DeliveryFile(
                            path, name.group(1), !name.group(1).contains("Delta"), "", kind));
        var prefix = dated.group(1) == null ? "" : dated.group(1);
        return Optional.of(
                new DeliveryFile(
                        path, prefix, dated.group(2).equals("Complet"), dated.group(3), kind));
    }

    String name() {
        return path.getFileName().toString();
    }

    /** The date as people write it, or the bare text when it is none. */
    static String written(String date) {
        try {
            return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)
                    .format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        } catch (java.time.DateTimeException e) {
            return date.isEmpty() ? "sans date" : date;
        }
    }
}
