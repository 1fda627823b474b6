package fr.preau.onde;

import static fr.preau.web.Wording.t;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A pupil's level and class: a seat that ONDE gave moves, one that the school gave stays. */
record SeatPlan(Set<Column> found, Known known, Plan.@Nullable ClassRow row) {
    Plan.Seat of(Line line, Known.@Nullable Pupil pupil, Changes changes, List<Remark> remarks) {
        var label =
                changes.keeping(
                        Column.PUPIL_LEVEL,
                        pupil == null ? null : pupil.levelLabel(),
                        line.level());
        var level =
                line.level().isEmpty() && pupil != null
                        ? pupil.level()
                        : label == null ? null : Level.code(label);
        if (label != null && level == null) remarks.add(Remark.warning("level", label));
        var said = Level.cycle(line.cycle());
        var cycle = changes.keeping(Column.PUPIL_CYCLE, pupil == null ? null : pupil.cycle(), said);
        return new Plan.Seat(
                level,
                label,
                cycle,
                classSlot(pupil, changes, remarks),
                pupil == null ? List.of() : leaves(pupil));
    }

    private @Nullable String classSlot(
            Known.@Nullable Pupil pupil, Changes changes, List<Remark> remarks) {
        if (row == null) {
            remarks.add(Remark.warning("class"));
            return null;
        }
        var into = row.into();
        if (pupil != null && into != null) {
            if (pupil.seatsByClass().containsKey(into.id())) {
                if (!leaves(pupil).isEmpty()) changes.add(moves(pupil));
                return null;
            }
            if (pupil.hasRefused(into.id())) {
                remarks.add(Remark.note("refused", into.label()));
                return null;
            }
        }
        if (pupil != null) changes.add(moves(pupil));
        return row.slot();
    }

    private String moves(Known.Pupil pupil) {
        var from =
                pupil.seatsByClass().entrySet().stream()
                        .filter(seat -> seat.getValue().equals("ONDE"))
                        .map(seat -> known.classLabel(seat.getKey()))
                        .collect(Collectors.joining(", "));
        var to = Objects.requireNonNull(row).schoolLabel();
        return from.isEmpty() ? t("onde.change.seat", to) : t("onde.change.class", from, to);
    }

    private List<Long> leaves(Known.Pupil pupil) {
        if (row == null) return List.of();
        var into = row.into();
        return pupil.seatsByClass().entrySet().stream()
                .filter(seat ->
                        seat.getValue().equals("ONDE")
                                && (into == null || seat.getKey() != into.id()))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }
}
