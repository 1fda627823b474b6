package fr.preau.onde;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The people whom the directory knows in the school, by number, by names and by e-mail. */
record SchoolIndex(
        Known known,
        Map<String, Known.Pupil> byIne,
        NameIndex<Known.Pupil> pupils,
        NameIndex<Known.Guardian> guardians,
        Map<String, java.util.List<Known.Guardian>> byMail) {
    static SchoolIndex of(Known known) {
        return new SchoolIndex(
                known,
                known.pupils().stream()
                        .filter(pupil -> pupil.ine() != null)
                        .collect(Collectors.toMap(Known.Pupil::ine, p -> p, SchoolIndex::here)),
                new NameIndex<>(
                        known.pupils().stream().filter(Known.Pupil::here).toList(),
                        Known.Pupil::names),
                new NameIndex<>(known.guardians(), Known.Guardian::names),
                known.guardians().stream()
                        .filter(guardian -> guardian.email() != null)
                        .collect(Collectors.groupingBy(g -> mail(g.email()))));
    }

    /** Between two bearers of a number, the one of the school. */
    private static Known.Pupil here(Known.Pupil one, Known.Pupil other) {
        return other.here() && !one.here() ? other : one;
    }

    static String mail(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
