package fr.preau.onde;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In what the file differs from a pupil whom the feed owns: told, never written. */
record HeldPupil(Set<Column> found, Plan.@Nullable ClassRow into) {
    List<String> differences(Line line, @Nullable LocalDate birth, Known.Pupil pupil) {
        var all = new ArrayList<String>();
        if (!pupil.names().sameAs(line.names())) all.add(Column.PUPIL_LAST.label());
        if (birth != null && !birth.equals(pupil.birthDate())) all.add(Column.PUPIL_BIRTH.label());
        if (!line.ine().isEmpty() && !Plain.of(line.ine()).equals(Plain.of(said(pupil.ine()))))
            all.add(Column.PUPIL_INE.label());
        if (!line.level().isEmpty()
                && !Plain.of(line.level()).equals(Plain.of(said(pupil.levelLabel()))))
            all.add(Column.PUPIL_LEVEL.label());
        if (into != null && !isSeated(pupil)) all.add(Column.PUPIL_CLASS.label());
        return all;
    }

    private boolean isSeated(Known.Pupil pupil) {
        return into != null
                && into.into() != null
                && pupil.seatsByClass().containsKey(into.into().id());
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }
}
