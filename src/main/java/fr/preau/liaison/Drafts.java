package fr.preau.liaison;

import fr.preau.web.FormDrafts;
import fr.preau.web.FormDrafts.Draft;
import fr.preau.web.KeepsForms;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What somebody was writing here, kept as typed until it is sent or thrown away. */
@Component
class Drafts implements KeepsForms {
    static final String NEW = "new";

    /** {@code new}, {@code reply-12-34} (note, child), {@code correction-12}. */
    static final String KEY = "new|reply-\\d{1,18}-\\d{1,18}|correction-\\d{1,18}";

    private static final String PREFIX = "liaison-";
    private static final Pattern AUTOSAVE = Pattern.compile("/liaison/drafts/(" + KEY + ")");
    private static final Pattern ACT = Pattern.compile("/liaison/(\\d{1,18})/(reply|correction)");

    private final FormDrafts forms;

    Drafts(FormDrafts forms) {
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
        return keyOf(path, form).filter(key -> save(account, key, form)).map(Drafts::placeOf);
    }

    /** The page that shows this draft in its form. */
    static String placeOf(String key) {
        var parts = key.split("-");
        return switch (parts[0]) {
            case "reply" -> "/liaison/" + parts[1];
            case "correction" -> "/liaison/" + parts[1] + "/correction";
            default -> "/liaison/new";
        };
    }

    static Optional<String> keyOf(String path, Map<String, String[]> form) {
        if (path.equals("/liaison")) return Optional.of(NEW);
        var autosave = AUTOSAVE.matcher(path);
        if (autosave.matches()) return Optional.of(autosave.group(1));
        var act = ACT.matcher(path);
        if (!act.matches()) return Optional.empty();
        if (act.group(2).equals("correction")) return Optional.of("correction-" + act.group(1));
        var child = form.getOrDefault("child", new String[] {""})[0];
        return Optional.of("reply-" + act.group(1) + "-" + child).filter(key -> key.matches(KEY));
    }
}
