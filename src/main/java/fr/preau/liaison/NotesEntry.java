package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Chrome;
import fr.preau.web.Profile;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** « Mots » in the navigation of those who write, sign or read them. */
@Component
class NotesEntry implements Chrome.Entries {
    private static final Set<Profile> READERS =
            EnumSet.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER);

    @Override
    public List<Chrome.Entry> of(Actor actor) {
        return READERS.contains(actor.profile())
                ? List.of(
                        new Chrome.Entry(
                                20, "liaison", "/liaison", "notebook-pen", t("liaison.entry")))
                : List.of();
    }
}
