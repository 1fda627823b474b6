package fr.preau.onde;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is written of a person: what the file says, and for what it does not say, what is known. */
final class Written {
    private Written() {}

    static Plan.Person pupil(
            Line line,
            @Nullable LocalDate birth,
            @Nullable String ine,
            Known.@Nullable Pupil k,
            Changes c) {
        var first =
                c.keeping(Column.PUPIL_FIRST, k == null ? null : k.firstName(), line.firstName());
        var last = c.keeping(Column.PUPIL_LAST, k == null ? null : k.lastName(), line.surname());
        return new Plan.Person(
                line.slot(),
                k == null ? null : k.id(),
                Line.PUPIL,
                null,
                first == null ? "" : first,
                last == null ? "" : last,
                c.keeping(Column.PUPIL_LAST, k == null ? null : k.birthName(), line.lastName()),
                c.keeping(
                        Column.PUPIL_BIRTH,
                        k == null || k.birthDate() == null ? null : k.birthDate().toString(),
                        birth == null ? null : birth.toString()),
                c.keeping(Column.PUPIL_INE, k == null ? null : k.ine(), ine),
                null,
                null,
                null,
                null,
                c.of(Column.PUPIL_STREET, k == null ? null : k.street(), line.street()),
                c.of(Column.PUPIL_POSTAL, k == null ? null : k.postalCode(), line.postalCode()),
                c.of(Column.PUPIL_CITY, k == null ? null : k.city(), line.city()),
                c.of(Column.PUPIL_COUNTRY, k == null ? null : k.country(), line.country()));
    }

    static Plan.Person guardian(Line line, Known.@Nullable Guardian k, Changes c) {
        var first =
                c.keeping(
                        Column.GUARDIAN_FIRST, k == null ? null : k.firstName(), line.firstName());
        var last = c.keeping(Column.GUARDIAN_LAST, k == null ? null : k.lastName(), line.surname());
        return new Plan.Person(
                line.slot(),
                k == null ? null : k.id(),
                Line.GUARDIAN,
                c.keeping(
                        Column.GUARDIAN_CIVILITY, k == null ? null : k.civility(), line.civility()),
                first == null ? "" : first,
                last == null ? "" : last,
                c.keeping(Column.GUARDIAN_LAST, k == null ? null : k.birthName(), line.lastName()),
                null,
                null,
                c.of(Column.GUARDIAN_EMAIL, k == null ? null : k.email(), line.email()),
                c.of(Column.GUARDIAN_MOBILE, k == null ? null : k.mobile(), line.mobile()),
                c.of(Column.GUARDIAN_PHONE, k == null ? null : k.phone(), line.phone()),
                c.of(Column.GUARDIAN_WORK, k == null ? null : k.workPhone(), line.workPhone()),
                c.of(Column.GUARDIAN_STREET, k == null ? null : k.street(), line.street()),
                c.of(Column.GUARDIAN_POSTAL, k == null ? null : k.postalCode(), line.postalCode()),
                c.of(Column.GUARDIAN_CITY, k == null ? null : k.city(), line.city()),
                c.of(Column.GUARDIAN_COUNTRY, k == null ? null : k.country(), line.country()));
    }
}
