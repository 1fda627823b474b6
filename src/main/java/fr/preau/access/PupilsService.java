package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Profile;
import fr.preau.web.Service;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The access of pupils, when a school prefers that its direction alone looks after it. */
@Component
class PupilsService implements Service.Declared {
    @Override
    public Service service() {
        return new Service(
                "pupils",
                "id-card",
                t("access.pupils.title"),
                t("access.pupils.what"),
                Set.of("/pupils"),
                Set.of(Profile.TEACHER),
                true);
    }
}
