package fr.preau.access;

import java.util.List;
import java.util.Set;

/** A way in that another feature keeps: what the sign-in page says of it, and to whom. */
public interface OffersDoor {
    /** Whom a way in is for, as the choice at the door names them. */
    enum Whom {
        PUPIL,
        FAMILY,
        SCHOOL,
        TOWN,
        ACADEMY
    }

    /**
     * {@code name} as its users know it, e.g. EduConnect; {@code address} the local page that leads
     * there, asked for by GET. It receives {@code then}, where to come back to.
     */
    record Door(String name, Set<Whom> whom, String address) {}

    /** The ways in that are open today; none when nothing is configured. */
    List<Door> doors();
}
