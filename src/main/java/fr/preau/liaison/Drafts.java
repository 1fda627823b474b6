package fr.preau.liaison;

import fr.preau.web.KeepsForms;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody was writing here, kept as typed until it is sent or thrown away. */
@Component
class Drafts implements KeepsForms {
    static final String NEW = "new";

    /** {@code new}, {@code reply-12-34} (note, child), {@code correction-12}. */
    static final String KEY = "new|reply-\\d{1,18}-\\d{1,18}|correction-\\d{1,18}";

    private static final Pattern AUTOSAVE = Pattern.compile("/liaison/drafts/(" + KEY + ")");
    private static final Pattern ACT = Pattern.compile("/liaison/(\\d{1,18})/(reply|correction)");
    private static final Set<String> SECRET = Set.of("_csrf", "_once");

    /** Room for a text that is far too long: its author cuts it, Préau does not. */
    private static final int MAX_FORM = 3_000_000;

    private static final int MAX_DRAFTS = 40;

    private final JdbcClient db;
    private final Clock clock;

    Drafts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A form as it was, and when it was kept. */
    record Draft(String form, Instant savedAt) {
        Map<String, List<String>> fields() {
            return fieldsOf(form);
        }
    }

    static Map<String, List<String>> fieldsOf(String form) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : form.split("&")) {
            var at = pair.indexOf('=');
            if (at > 0)
                fields.computeIfAbsent(decode(pair.substring(0, at)), k -> new ArrayList<>())
                        .add(decode(pair.substring(at + 1)));
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<Draft> of(long account, String key) {
        return db.sql("select form, saved_at from draft where account_id = :account and key = :key")
                .param("account", account)
                .param("key", "liaison-" + key)
                .query(Draft.class)
                .optional();
    }

    /** Keeps the form; false when it is too heavy or when too many are already kept. */
    boolean save(long account, String key, Map<String, String[]> form) {
        var encoded = encode(form);
        if (encoded.length() > MAX_FORM) return false;
        return db.sql(
                                """
                                insert into draft (account_id, key, form, saved_at)
                                select :account, :key, :form, :now
                                 where (select count(*) from draft where account_id = :account and key <> :key) < :most
                                on conflict (account_id, key) do update set form = excluded.form, saved_at = excluded.saved_at
                                """)
                        .param("account", account)
                        .param("key", "liaison-" + key)
                        .param("form", encoded)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("most", MAX_DRAFTS)
                        .update()
                == 1;
    }

    void discard(long account, String key) {
        db.sql("delete from draft where account_id = :account and key = :key")
                .param("account", account)
                .param("key", "liaison-" + key)
                .update();
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

    private static String encode(Map<String, String[]> form) {
        var text = new StringBuilder();
        form.forEach((field, values) -> {
            if (SECRET.contains(field)) return;
            for (var value : values) {
                if (!text.isEmpty()) text.append('&');
                text.append(URLEncoder.encode(field, StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return text.toString();
    }
}
