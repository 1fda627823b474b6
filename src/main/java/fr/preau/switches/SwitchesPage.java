package fr.preau.switches;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Service;
import java.util.ArrayList;
import java.util.List;

/** The services of a school and, in a word each, for whom they are open. */
public record SwitchesPage(Switches.School school, List<Switches.School> schools, List<Line> lines)
        implements Page {
    public record Line(Service service, List<Group> groups) {
        static Line of(Board board) {
            var groups = new ArrayList<Group>();
            for (var profile : board.profiles()) {
                var states =
                        board.cells()
                                .filter(cell -> cell.profile() == profile)
                                .map(cell -> cell.state().isOpen())
                                .distinct()
                                .toList();
                var how = states.size() > 1 ? "some" : states.getFirst() ? "open" : "closed";
                groups.add(new Group(t("switches.profile." + profile), how));
            }
            return new Line(board.service(), groups);
        }
    }

    /** {@code how}: open, closed, or some (not the same everywhere). */
    public record Group(String label, String how) {}

    @Override
    public String title() {
        return t("switches.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    public String pathOf(Service service) {
        return "/switches/" + service.key() + "?school=" + school.id();
    }
}
