package fr.preau.familynotes;

import fr.preau.web.FormDrafts;
import fr.preau.web.FormDrafts.Draft;
import fr.preau.web.KeepsForms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What somebody was writing here, kept as typed until it is sent or thrown away. */
@Component
class FamilyDrafts implements KeepsForms {
    /** {@code new-34} (child), {@code answer-12} (note). */
    static final String KEY = "new-\\d{1,18}|answer-\\d{1,18}";

    static final String PREFIX = "family-";
    private static final Pattern AUTOSAVE =
            Pattern.compile(FamilyNotesController.PLACE + "/drafts/(" + KEY + ")");
    private static final Pattern ANSWER =
            Pattern.compile(FamilyNotesController.PLACE + "/(\\d{1,18})/answer");

    private final FormDrafts forms;

    FamilyDrafts(FormDrafts forms) {
        this.forms = forms;
    }

    Optional<Draft> of(long account, String key) {
        return forms.of(account, PREFIX + key);
    }

    boolean save(long account, String key, Map<String, String[]> form) {
        return forms.save(account, PREFIX + key, form);
    }

    void discard(long account, String key) {
        forms.discard(account, PREFIX + key);
    }

    @Override
    public Optional<String> keep(long account, String path, Map<String, String[]> form) {
        return keyOf(path, form).filter(key -> save(account, key, form)).map(FamilyDrafts::placeOf);
    }

    /** The page that shows this draft in its form. */
    static String placeOf(String key) {
        var number = key.substring(key.indexOf('-') + 1);
        return key.startsWith("answer-")
                ? FamilyNotesController.PLACE + "/" + number
                : FamilyNotesController.PLACE + "/new?child=" + number;
    }

    private static Optional<String> keyOf(String path, Map<String, String[]> form) {
        var answer = ANSWER.matcher(path);
        if (answer.matches()) return Optional.of("answer-" + answer.group(1));
        var autosave = AUTOSAVE.matcher(path);
        if (autosave.matches()) return Optional.of(autosave.group(1));
        if (!path.equals(FamilyNotesController.PLACE)) return Optional.empty();
        var child = List.of(form.getOrDefault("child", new String[] {""})).getFirst();
        return Optional.of("new-" + child).filter(key -> key.matches(KEY));
    }
}
