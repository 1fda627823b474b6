package fr.preau.signins;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class SignInsTools implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return SignInsPolicy.nodes(actor).length == 0
                ? List.of()
                : List.of(
                        new Tool(
                                71,
                                "accounts",
                                "/sign-ins",
                                "door",
                                t("signins.title"),
                                t("signins.tool")));
    }
}
