package fr.preau.classes;

import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page of a class, shown again by every act on it. */
@Component
class ClassScreens {
    private final SchoolClasses classes;
    private final ClassTeachers teachers;
    private final ClassPupils pupils;
    private final ClassChanges changes;

    ClassScreens(
            SchoolClasses classes,
            ClassTeachers teachers,
            ClassPupils pupils,
            ClassChanges changes) {
        this.classes = classes;
        this.teachers = teachers;
        this.pupils = pupils;
        this.changes = changes;
    }

    SchoolClass classFor(Actor actor, long schoolClass) {
        return classes.of(actor, schoolClass).orElseThrow(NotFound::new);
    }

    ClassPage page(
            Actor actor,
            SchoolClass schoolClass,
            String words,
            @Nullable Long change,
            Problems problems) {
        return new ClassPage(
                schoolClass,
                pupils.of(schoolClass),
                teachers.of(List.of(schoolClass)),
                schoolClass.isLocal() ? List.of() : pupils.stillGiven(schoolClass),
                words.strip(),
                words.strip().length() < 2 ? List.of() : pupils.search(schoolClass, words),
                changes.offered(actor, change),
                problems);
    }

    ClassPage refused(Actor actor, SchoolClass schoolClass, String field, String sentence) {
        return page(actor, schoolClass, "", null, new Problems().add(field, sentence));
    }

    /** Back to the class when it is still the actor's, with the act to undo. */
    Redirect after(Actor actor, long schoolClass, long change) {
        var place = classes.of(actor, schoolClass).map(SchoolClass::path).orElse("/classes");
        return Redirect.to(place + "?change=" + change);
    }
}
