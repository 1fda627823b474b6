package fr.preau.coverage;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class CoverageTools implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        if (CoveragePolicy.seesBoard(actor))
            return List.of(tool("/coverage", t("coverage.tool"), t("coverage.tool.text")));
        return CoveragePolicy.ownTowns(actor).stream()
                .map(town ->
                        tool(
                                "/coverage/towns/" + town,
                                t("coverage.tool.town"),
                                t("coverage.tool.town.text")))
                .toList();
    }

    private static Tool tool(String path, String label, String text) {
        return new Tool(21, "town", path, "landmark", label, text);
    }
}
