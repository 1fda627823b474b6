package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Chrome;
import fr.preau.web.Profile;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pupils have no tools: their days of school are in the navigation itself. */
@Component
class CalendarEntry implements Chrome.Entries {
    @Override
    public List<Chrome.Entry> of(Actor actor) {
        return actor.profile() == Profile.PUPIL
                ? List.of(
                        new Chrome.Entry(
                                40, "agenda", "/calendar", "calendar", t("calendar.child.title")))
                : List.of();
    }
}
