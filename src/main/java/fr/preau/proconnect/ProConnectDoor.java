package fr.preau.proconnect;

import static fr.preau.web.Wording.t;

import fr.preau.access.OffersDoor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** ProConnect on the sign-in page, for town halls. */
@Component
class ProConnectDoor implements OffersDoor {
    private final Registration registration;

    ProConnectDoor(Registration registration) {
        this.registration = registration;
    }

    @Override
    public List<Door> doors() {
        return registration.current().isPresent()
                ? List.of(new Door(t("proconnect.door"), Set.of(Whom.TOWN), "/proconnect"))
                : List.of();
    }
}
