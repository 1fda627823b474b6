package fr.preau.classes;

import fr.preau.web.Actor;
import fr.preau.web.Fact;

/** What happens to classes and groups, for the journal: numbers only. */
public sealed interface ClassFact extends Fact {
    /** The act's number: one fact each. */
    long act();

    long schoolClass();

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + act();
    }

    @Override
    default String subject() {
        return "class " + schoolClass();
    }

    /** The fact of an act. */
    static ClassFact of(
            ClassChange.Kind kind, SchoolClass where, Actor actor, long act, int people) {
        long school = where.school();
        long account = actor.account();
        long person = actor.person();
        long id = where.id();
        return switch (kind) {
            case MOVED -> new PupilMoved(school, account, person, act, id, people);
            case ADDED -> new PupilAdded(school, account, person, act, id, people);
            case REMOVED -> new PupilRemoved(school, account, person, act, id, people);
            case COMPOSED -> new GroupComposed(school, account, person, act, id, people);
            case RETURNED -> new PupilReturned(school, account, person, act, id);
            case ATTACHED -> new TeacherAttached(school, account, person, act, id, people);
            case DETACHED -> new TeacherDetached(school, account, person, act, id);
            case RENAMED -> new ClassRenamed(school, account, person, act, id);
            case CLOSED -> new GroupClosed(school, account, person, act, id);
        };
    }

    record PupilMoved(
            Long school, Long account, Long person, long act, long schoolClass, int people)
            implements ClassFact {}

    record PupilAdded(
            Long school, Long account, Long person, long act, long schoolClass, int people)
            implements ClassFact {}

    record PupilRemoved(
            Long school, Long account, Long person, long act, long schoolClass, int people)
            implements ClassFact {}

    record GroupComposed(
            Long school, Long account, Long person, long act, long schoolClass, int people)
            implements ClassFact {}

    /** A pupil sits again where ONDE says. */
    record PupilReturned(Long school, Long account, Long person, long act, long schoolClass)
            implements ClassFact {}

    record TeacherAttached(
            Long school, Long account, Long person, long act, long schoolClass, int people)
            implements ClassFact {}

    record TeacherDetached(Long school, Long account, Long person, long act, long schoolClass)
            implements ClassFact {}

    record ClassRenamed(Long school, Long account, Long person, long act, long schoolClass)
            implements ClassFact {}

    record GroupClosed(Long school, Long account, Long person, long act, long schoolClass)
            implements ClassFact {}

    record ChangeUndone(Long school, Long account, Long person, long act, long schoolClass)
            implements ClassFact {}

    /** A group or a class of the school's own; its number is the act's. */
    record GroupMade(Long school, Long account, Long person, long act, long schoolClass)
            implements ClassFact {}

    /** The list of a class has left as a file; {@code act} is the moment. */
    record ClassListTaken(Long school, Long account, Long person, long act, long schoolClass)
            implements ClassFact {
        @Override
        public String identity() {
            return "ClassListTaken " + schoolClass + " " + account + " " + act;
        }
    }
}
