package fr.preau.messages;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.web.Service;
import java.util.Set;
import org.springframework.stereotype.Component;

/** « Messages » as a service that a school may open and close; not for children of maternelle. */
@Component
class MessagesService implements Service.Declared {
    @Override
    public Service service() {
        return new Service(
                "messages",
                "mail",
                t("messages.entry"),
                t("messages.what"),
                Set.of("/messages"),
                Set.of(PUPIL, GUARDIAN, TEACHER),
                false);
    }
}
