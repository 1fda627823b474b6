package fr.preau.contact;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which cell of which school or class, and the choice made; as the address and the form say it. */
record CellForm(
        @Nullable Long school,
        @Nullable Long schoolClass,
        @Nullable String from,
        @Nullable String to,
        @Nullable String choice) {
    CellForm {
        choice = choice == null ? "" : choice;
    }

    record Sides(Side from, Side to) {}

    /** Empty when these are not a row and a column of the matrix. */
    Optional<Sides> sides() {
        var row = side(from);
        var column = side(to);
        return row.isPresent() && column.isPresent()
                ? Optional.of(new Sides(row.get(), column.get()))
                : Optional.empty();
    }

    private static Optional<Side> side(@Nullable String name) {
        return Arrays.stream(Side.values())
                .filter(side -> side.name().equals(name))
                .filter(ContactPolicy.IN_SCHOOL::contains)
                .findFirst();
    }
}
