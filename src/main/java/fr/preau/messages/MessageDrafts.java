package fr.preau.messages;

import fr.preau.storage.StoredFile;
import fr.preau.web.FormDrafts;
import fr.preau.web.FormDrafts.Draft;
import fr.preau.web.KeepsForms;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Messages being written: several at a time, and one answer to each message. */
@Component
class MessageDrafts implements KeepsForms {
    /** {@code new-1a2b3c4d}, {@code reply-12} (message). */
    static final String KEY = "new-[0-9a-f]{8}|reply-\\d{1,18}";

    static final String PREFIX = "messages-";
    private static final Pattern AUTOSAVE = Pattern.compile("/messages/drafts/(" + KEY + ")");
    private static final Pattern REPLY = Pattern.compile("/messages/(\\d{1,18})/reply");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FormDrafts forms;

    MessageDrafts(FormDrafts forms) {
        this.forms = forms;
    }

    static String makeKey() {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        return "new-" + HexFormat.of().formatHex(bytes);
    }

    static boolean isKey(String key) {
        return key.matches(KEY);
    }

    Optional<Draft> of(long account, String key) {
        return forms.of(account, PREFIX + key);
    }

    List<BoxPage.DraftRow> all(long account) {
        return forms.beginning(account, PREFIX, "subject", "text").stream()
                .map(MessageDrafts::row)
                .toList();
    }

    static BoxPage.DraftRow row(Draft draft) {
        return new BoxPage.DraftRow(
                draft.key().substring(PREFIX.length()),
                draft.first("subject"),
                draft.first("text"),
                draft.savedAt());
    }

    int count(long account) {
        return forms.count(account, PREFIX);
    }

    boolean save(long account, String key, Map<String, String[]> form) {
        return forms.save(account, PREFIX + key, form);
    }

    /** The form with the files that it has brought so far. */
    boolean save(long account, String key, Map<String, String[]> form, List<StoredFile> files) {
        var all = new HashMap<>(form);
        all.put("file", files.stream().map(StoredFile::called).toArray(String[]::new));
        return save(account, key, all);
    }

    void discard(long account, String key) {
        forms.discard(account, PREFIX + key);
    }

    @Override
    public Optional<String> keep(long account, String path, Map<String, String[]> form) {
        return keyOf(path, form)
                .filter(key -> save(account, key, form))
                .map(MessageDrafts::placeOf);
    }

    /** The page that shows this draft in its form. */
    static String placeOf(String key) {
        return key.startsWith("reply-")
                ? "/messages/" + key.substring("reply-".length())
                : "/messages/new?draft=" + key;
    }

    private static Optional<String> keyOf(String path, Map<String, String[]> form) {
        if (path.equals("/messages")) {
            var key = form.getOrDefault("draft", new String[] {""})[0];
            return Optional.of(isKey(key) ? key : makeKey());
        }
        var autosave = AUTOSAVE.matcher(path);
        if (autosave.matches()) return Optional.of(autosave.group(1));
        var reply = REPLY.matcher(path);
        return reply.matches() ? Optional.of("reply-" + reply.group(1)) : Optional.empty();
    }
}
