package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The classes and groups that somebody may arrange, school by school. */
public record ClassesPage(
        List<SchoolClass> classes,
        List<ClassPage.Teacher> teachers,
        List<Unseated> unseated,
        boolean administers,
        @Nullable ClassChange change)
        implements Page {
    /** A pupil without any class, in a school that the actor administers. */
    public record Unseated(long id, String name) {}

    @Override
    public String title() {
        return t("classes.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    /** School → its classes, then its groups. */
    public Map<String, List<SchoolClass>> bySchool() {
        return classes.stream()
                .collect(
                        Collectors.groupingBy(
                                SchoolClass::schoolName, LinkedHashMap::new, Collectors.toList()));
    }

    public List<ClassPage.Teacher> inChargeOf(SchoolClass schoolClass) {
        return teachers.stream().filter(t -> t.schoolClass() == schoolClass.id()).toList();
    }

    public boolean isTaught(SchoolClass schoolClass) {
        return inChargeOf(schoolClass).stream().anyMatch(ClassPage.Teacher::begun);
    }
}
