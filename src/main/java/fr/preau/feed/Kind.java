package fr.preau.feed;

import java.util.Arrays;
import java.util.Optional;

/** What a record describes, by the name that the ministry's files give it. */
enum Kind {
    STRUCTURE("EtabEducNat"),
    PUPIL("Eleve"),
    GUARDIAN("PersRelEleve"),
    STAFF("PersEducNat");

    final String category;

    Kind(String category) {
        this.category = category;
    }

    static Optional<Kind> of(String category) {
        return Arrays.stream(values()).filter(kind -> kind.category.equals(category)).findFirst();
    }
}
