package fr.preau.schoolyear;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The new year as it is planned: classes, groups, and where each pupil will be. */
public record Plan(List<PlannedClass> classes, List<PlannedPupil> pupils) {
    static final String UNPLACED = "unplaced";
    static final String LEAVES = "leaves";

    /**
     * A class of the new year, or a group of today; {@code codes} and {@code levels} joined by a
     * dash.
     */
    public record PlannedClass(
            long id,
            String kind,
            String label,
            String codes,
            String levels,
            String teachers,
            boolean kept,
            boolean fresh) {
        public boolean isGroup() {
            return kind.equals("GROUP");
        }

        public String key() {
            return "c" + id;
        }

        boolean holds(String level) {
            return Set.of(codes.split("-")).contains(level);
        }
    }

    /** A pupil: class and level of today, then of the new year. */
    public record PlannedPupil(
            long id,
            String firstName,
            String lastName,
            String fromClass,
            String fromLevel,
            String toLevel,
            @Nullable String level,
            @Nullable Long classId,
            boolean leaves) {
        public String place() {
            if (leaves) return LEAVES;
            return classId == null ? UNPLACED : "c" + classId;
        }

        public String name() {
            return firstName + " " + lastName;
        }

        public boolean repeats() {
            return !leaves && !fromLevel.isEmpty() && fromLevel.equals(toLevel);
        }
    }

    /**
     * Pupils who are in one place of the plan: {@code key} is c12, {@code leaves} or {@code
     * unplaced}.
     */
    public record Group(String key, String label, List<PlannedPupil> pupils) {}

    /** What a change does, in numbers. */
    public record Numbers(
            long archived,
            long made,
            long moved,
            long leaving,
            long unplaced,
            long closing,
            long undoDays) {}

    /** A level of the first degree. */
    public record Level(String code, String label) {}

    /** Somebody who may be put in charge of a planned class. */
    public record Teacher(long id, String name, boolean chosen) {}

    /** Something that still waits, and where to see to it. */
    public record Todo(String text, String path) {}

    public List<PlannedClass> schoolClasses() {
        return classes.stream().filter(c -> !c.isGroup()).toList();
    }

    public List<PlannedClass> groups() {
        return classes.stream().filter(PlannedClass::isGroup).toList();
    }

    public List<PlannedPupil> in(String place) {
        return pupils.stream().filter(pupil -> pupil.place().equals(place)).toList();
    }

    /** Those without a place first, when there are any; those who leave last. */
    public List<Group> places() {
        var places = new ArrayList<Group>();
        var unplaced = in(UNPLACED);
        if (!unplaced.isEmpty()) places.add(new Group(UNPLACED, t("year.unplaced"), unplaced));
        for (var planned : schoolClasses())
            places.add(new Group(planned.key(), planned.label(), in(planned.key())));
        places.add(new Group(LEAVES, t("year.leaves"), in(LEAVES)));
        return places;
    }

    /** The place asked for; otherwise the first that holds somebody. */
    public Group shown(String asked) {
        var places = places();
        return places.stream()
                .filter(place -> place.key().equals(asked))
                .findFirst()
                .or(() -> places.stream().filter(place -> !place.pupils().isEmpty()).findFirst())
                .orElse(places.getFirst());
    }

    boolean hasClass(@Nullable Long id) {
        return id != null && schoolClasses().stream().anyMatch(planned -> planned.id() == id);
    }

    /** Whether another class is called so: case and spaces set aside. */
    boolean isTaken(String label, @Nullable Long except) {
        return schoolClasses().stream()
                .filter(planned -> except == null || planned.id() != except)
                .anyMatch(planned -> plain(planned.label()).equals(plain(label)));
    }

    private static String plain(String label) {
        return label.toLowerCase(Locale.FRENCH).replaceAll("\\s+", "");
    }

    /** What remains to be done, the most pressing first. */
    public List<Todo> todo(long school) {
        var todo = new ArrayList<Todo>();
        var path = "/year?school=" + school;
        var unplaced = in(UNPLACED).size();
        if (unplaced > 0)
            todo.add(
                    new Todo(
                            count("year.todo.unplaced", unplaced), path + "&show=unplaced#pupils"));
        for (var planned : schoolClasses()) {
            if (planned.teachers().isEmpty())
                todo.add(
                        new Todo(
                                t("year.todo.teacher", planned.label()),
                                "/year/classes/" + planned.id()));
            var strays =
                    in(planned.key()).stream()
                            .filter(pupil -> pupil.level() != null && !planned.holds(pupil.level()))
                            .count();
            if (strays > 0)
                todo.add(
                        new Todo(
                                t("year.todo.level", planned.label(), count("year.pupils", strays)),
                                path + "&show=" + planned.key() + "#pupils"));
            if (in(planned.key()).isEmpty())
                todo.add(
                        new Todo(
                                t("year.todo.empty", planned.label()),
                                path + "&show=" + planned.key() + "#pupils"));
        }
        return todo;
    }
}
