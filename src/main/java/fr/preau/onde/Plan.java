package fr.preau.onde;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an import will do, worked out anew from the lines, the directory and the choices each time
 * it is shown, and once more when it is done: what was announced is what happens.
 */
public record Plan(
        List<ClassRow> classes,
        List<Row> rows,
        List<Leaver> leavers,
        List<Tie> newTies,
        List<Tie> endedTies,
        int removable) {
    static final String NEW = "new";
    static final String SKIP = "skip";

    /**
     * Above this share of the pupils that the file may remove, the director says it in so many
     * words.
     */
    private static final double SHRINK = 0.2;

    /** A class of the file, and the class of the school that it becomes; null: a new one. */
    public record ClassRow(
            String slot, String label, String key, int pupils, Known.@Nullable SchoolClass into) {
        String schoolLabel() {
            return into == null ? label : into.label();
        }
    }

    /** Somebody whom a line may be about. */
    public record Candidate(String value, String label) {}

    /**
     * What becomes of one line. {@code person}: whom the directory knows it as; {@code changes}:
     * what will differ, in words; {@code asks}: the questions that the line leaves open.
     */
    public record Row(
            Line line,
            Action action,
            @Nullable Long person,
            List<String> changes,
            List<Remark> remarks,
            List<Question> asks,
            @Nullable Person write,
            @Nullable Seat seat) {
        boolean stops() {
            return remarks.stream().anyMatch(r -> r.weight() == Remark.Weight.BLOCKING);
        }

        boolean warns() {
            return remarks.stream().anyMatch(r -> r.weight() == Remark.Weight.WARNING);
        }

        /** Whom the feed owns: their card says what it says of them. */
        public boolean isHeldPupil() {
            return isOf(Line.PUPIL) && action == Action.HELD && person != null;
        }

        boolean isOf(String kind) {
            return line.kind().equals(kind);
        }
    }

    /** A question of a line, to be answered by one of its candidates. */
    public record Question(String slot, String label, List<Candidate> candidates, String chosen) {
        /** A line that may only be left aside asks for nobody. */
        public boolean asksWho() {
            return candidates.size() > 1;
        }
    }

    /** What is written of a person; {@code id} null: somebody new. */
    public record Person(
            String slot,
            @Nullable Long id,
            String kind,
            @Nullable String civility,
            String firstName,
            String lastName,
            @Nullable String birthName,
            @Nullable String birthDate,
            @Nullable String ine,
            @Nullable String email,
            @Nullable String mobile,
            @Nullable String phone,
            @Nullable String workPhone,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country) {}

    /**
     * A pupil's place in the school: level, and the class to sit in ({@code classSlot}, null: none
     * to add); {@code leaves}: seats that ONDE gave and no longer gives.
     */
    public record Seat(
            @Nullable String level,
            @Nullable String levelLabel,
            @Nullable String cycle,
            @Nullable String classSlot,
            List<Long> leaves) {}

    /** Somebody who leaves: in ninety days they are erased, unless the school says otherwise. */
    public record Leaver(
            long person, String kind, String name, String classLabel, boolean elsewhere) {}

    /** A guardian and a pupil, each by the line ({@code P3}) or the number ({@code #12}). */
    public record Tie(String pupil, String guardian, String code) {}

    static String number(long person) {
        return "#" + person;
    }

    List<Row> stopped() {
        return rows.stream().filter(Row::stops).toList();
    }

    public boolean isStopped() {
        return rows.stream().anyMatch(Row::stops);
    }

    long count(String kind, Action action) {
        return action == Action.REMOVED
                ? leavers.stream().filter(l -> l.kind().equals(kind)).count()
                : rows.stream().filter(r -> r.isOf(kind) && r.action() == action).count();
    }

    public long leavingPupils() {
        return count(Line.PUPIL, Action.REMOVED);
    }

    public boolean shrinks() {
        return leavingPupils() > removable * SHRINK;
    }

    public boolean changesNothing() {
        return leavers.isEmpty()
                && newTies.isEmpty()
                && endedTies.isEmpty()
                && rows.stream()
                        .noneMatch(
                                r -> r.action() == Action.CREATED || r.action() == Action.CHANGED);
    }

    /** The lines of this filter, those with something to correct first. */
    List<Row> shown(String show) {
        return rows.stream()
                .filter(row ->
                        switch (show) {
                            case "stopped" -> row.stops();
                            case "warned" -> row.warns();
                            case "all" -> true;
                            default -> row.action().name().equalsIgnoreCase(show);
                        })
                .sorted(Comparator.comparing((Row row) -> !row.stops()))
                .toList();
    }

    /** Persons whom a stopped or doubtful line may be about: they are not gone. */
    static Set<Long> doubtful(List<Row> rows) {
        return Set.copyOf(
                rows.stream()
                        .filter(row -> row.action() == Action.LEFT)
                        .flatMap(row ->
                                Stream.concat(
                                        Stream.ofNullable(row.person()),
                                        row.asks().stream()
                                                .flatMap(q -> q.candidates().stream())
                                                .map(Candidate::value)
                                                .filter(value -> value.matches("#?\\d+"))
                                                .map(value ->
                                                        Long.valueOf(value.replace("#", "")))))
                        .collect(java.util.stream.Collectors.toCollection(ArrayList::new)));
    }
}
