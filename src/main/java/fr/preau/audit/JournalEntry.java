package fr.preau.audit;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Chrome;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class JournalEntry implements Chrome.Entries {
    @Override
    public List<Chrome.Entry> of(Actor actor) {
        return actor.administeredSchools().length > 0
                ? List.of(
                        new Chrome.Entry(
                                70, "accounts", "/journal", "shield-check", t("audit.entry")))
                : List.of();
    }
}
