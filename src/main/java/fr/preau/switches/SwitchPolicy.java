package fr.preau.switches;

import fr.preau.switches.Cell.Button;
import fr.preau.web.Profile;
import fr.preau.web.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who decides: a closed school closes everything; else the class, else the school, else the usual
 * answer, which keeps pupils of maternelle out of what is not made for them.
 */
final class SwitchPolicy {
    private SwitchPolicy() {}

    /** The pupils of a class or a school: does it have some of maternelle, and others? */
    record Pupils(boolean nursery, boolean elementary) {
        static final Pupils NURSERY = new Pupils(true, false);
        static final Pupils ELEMENTARY = new Pupils(false, true);
        static final Pupils BOTH = new Pupils(true, true);
    }

    static boolean opens(
            Service service,
            Profile profile,
            @Nullable Boolean school,
            @Nullable Boolean schoolClass,
            boolean nursery) {
        if (school != null && !school) return false;
        if (schoolClass != null) return schoolClass;
        if (school != null) return true;
        return profile != Profile.PUPIL || !nursery || service.inNursery();
    }

    static Cell school(Service service, Profile profile, @Nullable Boolean school, Pupils pupils) {
        var usual = usual(service, profile, pupils);
        var start = usual == State.CLOSED ? State.NURSERY : usual;
        var state = school == null ? start : school ? State.OPEN : State.CLOSED;
        var buttons = new ArrayList<Button>();
        if (state != State.CLOSED) buttons.add(new Button(Choice.CLOSED, "close"));
        if (state != State.OPEN)
            buttons.add(new Button(usual == State.OPEN ? Choice.USUAL : Choice.OPEN, "open"));
        if (usual != State.OPEN && school != null) buttons.add(new Button(Choice.USUAL, "usual"));
        return new Cell(profile, state, buttons);
    }

    static Cell schoolClass(
            Service service,
            Profile profile,
            @Nullable Boolean school,
            @Nullable Boolean schoolClass,
            Pupils pupils) {
        if (school != null && !school) return new Cell(profile, State.WITH_SCHOOL, List.of());
        var inherited = school != null ? State.OPEN : usual(service, profile, pupils);
        var state = schoolClass == null ? inherited : schoolClass ? State.OPEN : State.CLOSED;
        var buttons = new ArrayList<Button>();
        if (state != State.CLOSED)
            buttons.add(
                    new Button(inherited == State.CLOSED ? Choice.USUAL : Choice.CLOSED, "close"));
        if (state != State.OPEN)
            buttons.add(new Button(inherited == State.OPEN ? Choice.USUAL : Choice.OPEN, "open"));
        if (inherited == State.ELEMENTARY && schoolClass != null)
            buttons.add(new Button(Choice.USUAL, "usual"));
        return new Cell(profile, state, buttons);
    }

    private static State usual(Service service, Profile profile, Pupils pupils) {
        if (profile != Profile.PUPIL || service.inNursery() || !pupils.nursery()) return State.OPEN;
        return pupils.elementary() ? State.ELEMENTARY : State.CLOSED;
    }
}
