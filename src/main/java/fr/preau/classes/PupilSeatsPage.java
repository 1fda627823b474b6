package fr.preau.classes;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where one pupil sits; {@code all}: the classes and groups of the school that the actor may
 * arrange.
 */
public record PupilSeatsPage(
        Pupil pupil,
        List<Seat> seats,
        List<SchoolClass> all,
        long to,
        @Nullable ClassChange change,
        Problems problems)
        implements Page {
    /** A pupil of a school that the actor administers, or of a class that they teach. */
    public record Pupil(
            long school,
            long id,
            String firstName,
            String lastName,
            @Nullable LocalDate birthDate,
            String level) {
        public String name() {
            return firstName + " " + lastName;
        }

        public String born() {
            return ClassPage.written(birthDate);
        }
    }

    /** A place of a pupil; {@code refused}: only ONDE gives it. */
    public record Seat(
            long schoolClass, String kind, String label, String source, boolean refused) {
        public boolean isGroup() {
            return kind.equals("GROUP");
        }
    }

    @Override
    public String title() {
        return pupil.name();
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public List<Seat> taken() {
        return seats.stream().filter(seat -> !seat.refused()).toList();
    }

    /** Where ONDE still places the pupil. */
    public List<Seat> refused() {
        return seats.stream().filter(Seat::refused).toList();
    }

    public String refusedLabels() {
        return refused().stream().map(Seat::label).collect(Collectors.joining(", "));
    }

    public String classLabels() {
        return taken().stream()
                .filter(seat -> !seat.isGroup())
                .map(Seat::label)
                .collect(Collectors.joining(", "));
    }

    boolean sitsIn(long schoolClass) {
        return taken().stream().anyMatch(seat -> seat.schoolClass() == schoolClass);
    }

    public List<SchoolClass> destinations() {
        return all.stream().filter(there -> !sitsIn(there.id())).toList();
    }

    public boolean mayRemove(Seat seat) {
        return all.stream()
                .filter(there -> there.id() == seat.schoolClass())
                .anyMatch(there ->
                        ClassesPolicy.mayRemove(there, seat) == ClassesPolicy.Removing.ALLOWED);
    }

    public boolean isMine(Seat seat) {
        return all.stream().anyMatch(there -> there.id() == seat.schoolClass());
    }

    /** The class through which the actor acts on the pupil. */
    @Nullable SchoolClass through() {
        return seats.stream()
                .flatMap(seat -> all.stream().filter(there -> there.id() == seat.schoolClass()))
                .findFirst()
                .orElse(null);
    }
}
