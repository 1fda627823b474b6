package fr.preau.onde;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the directory knows of the school before the import. */
public record Known(List<SchoolClass> classes, List<Pupil> pupils, List<Guardian> guardians) {
    public record SchoolClass(long id, @Nullable String key, String label) {}

    /**
     * A pupil of the school, or one of the académie whose number the file names. {@code seats}:
     * classes with their source ({@code 12:ONDE 13:LOCAL}); {@code refusals}: classes that the
     * school has taken back.
     */
    record Pupil(
            long id,
            String source,
            String firstName,
            String lastName,
            @Nullable String birthName,
            @Nullable LocalDate birthDate,
            @Nullable String ine,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country,
            boolean departed,
            boolean here,
            boolean elsewhere,
            @Nullable String level,
            @Nullable String levelLabel,
            @Nullable String cycle,
            String seats,
            String refusals) {
        /**
         * Another source's to change, or another school's: this file only says that they are here.
         */
        boolean isHeld() {
            return !source.equals("ONDE") || elsewhere && !departed;
        }

        String name() {
            return firstName + " " + lastName;
        }

        Names names() {
            return Names.of(firstName, lastName, birthName);
        }

        /** Class → source of the seat. */
        Map<Long, String> seatsByClass() {
            return words(seats)
                    .map(seat -> seat.split(":"))
                    .collect(Collectors.toMap(s -> Long.valueOf(s[0]), s -> s[1]));
        }

        boolean hasRefused(long schoolClass) {
            return words(refusals).anyMatch(Long.toString(schoolClass)::equals);
        }
    }

    /** {@code children}: pupils of the school; {@code elsewhere}: has a child in another one. */
    record Guardian(
            long id,
            String source,
            @Nullable String civility,
            String firstName,
            String lastName,
            @Nullable String birthName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String workPhone,
            @Nullable String mobile,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country,
            boolean departed,
            boolean elsewhere,
            String children) {
        boolean isHeld() {
            return !source.equals("ONDE") || elsewhere && !departed;
        }

        String name() {
            return firstName + " " + lastName;
        }

        Names names() {
            return Names.of(firstName, lastName, birthName);
        }

        Set<Long> childrenHere() {
            return words(children).map(Long::valueOf).collect(Collectors.toSet());
        }
    }

    private static java.util.stream.Stream<String> words(String list) {
        return Arrays.stream(list.split(" ")).filter(word -> !word.isEmpty());
    }

    String classLabel(long id) {
        return classes.stream()
                .filter(c -> c.id() == id)
                .map(SchoolClass::label)
                .findFirst()
                .orElse("");
    }

    Map<Long, Pupil> pupilsById() {
        return pupils.stream().collect(Collectors.toMap(Pupil::id, Function.identity()));
    }
}
