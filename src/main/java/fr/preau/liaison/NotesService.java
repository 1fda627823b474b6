package fr.preau.liaison;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.web.Service;
import java.util.Set;
import org.springframework.stereotype.Component;

/** « Mots » as a service that a school may open and close; children of maternelle wait for it. */
@Component
class NotesService implements Service.Declared {
    @Override
    public Service service() {
        return new Service(
                "liaison",
                "notebook-pen",
                t("liaison.entry"),
                t("liaison.what"),
                Set.of("/liaison"),
                Set.of(PUPIL, GUARDIAN, TEACHER),
                false);
    }
}
