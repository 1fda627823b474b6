package fr.preau.web;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people are writing, kept as typed until it is sent or thrown away; each feature names its
 * keys.
 */
@Component
public class FormDrafts {
    private static final Set<String> SECRET = Set.of("_csrf", "_once");

    /**
     * Room for a text that is too long: its author cuts it, Préau does not. What nobody writes by
     * hand is not kept.
     */
    private static final int MAX_FORM = 250_000;

    private static final int MAX_DRAFTS = 40;

    private final JdbcClient db;
    private final Clock clock;

    FormDrafts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A form as it was, and when it was kept. */
    public record Draft(String key, String form, Instant savedAt) {
        public Map<String, List<String>> fields() {
            return fieldsOf(form);
        }

        /** The first value of a field; empty when there is none. */
        public String first(String field) {
            return fields().getOrDefault(field, List.of("")).getFirst();
        }
    }

    /** Fields of {@code application/x-www-form-urlencoded}, in their order. */
    public static Map<String, List<String>> fieldsOf(String form) {
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

    public Optional<Draft> of(long account, String key) {
        return db.sql(
                        "select key, form, saved_at from draft where account_id = :account and key = :key")
                .param("account", account)
                .param("key", key)
                .query(Draft.class)
                .optional();
    }

    /**
     * Those whose key begins so, the latest first, each by the beginning of these fields alone:
     * whole forms are as heavy as what was typed.
     *
     * @param fields names of letters
     */
    public List<Draft> beginning(long account, String prefix, String... fields) {
        return db.sql(
                        """
                        select key, saved_at, array_to_string(array(
                               select m[1] from regexp_matches(form, '(?:^|&)((?:' || :fields || ')=(?:[^&%]|%[0-9A-F]{2}){0,250})', 'g') m), '&') as form
                          from draft where account_id = :account and starts_with(key, :prefix) order by saved_at desc, key
                        """)
                .param("account", account)
                .param("prefix", prefix)
                .param("fields", String.join("|", fields))
                .query(Draft.class)
                .list();
    }

    public int count(long account, String prefix) {
        return db.sql(
                        "select count(*) from draft where account_id = :account and starts_with(key, :prefix)")
                .param("account", account)
                .param("prefix", prefix)
                .query(Integer.class)
                .single();
    }

    /** Keeps the form; false when it is too heavy or when too many are already kept. */
    public boolean save(long account, String key, Map<String, String[]> form) {
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
                        .param("key", key)
                        .param("form", encoded)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("most", MAX_DRAFTS)
                        .update()
                == 1;
    }

    public void discard(long account, String key) {
        db.sql("delete from draft where account_id = :account and key = :key")
                .param("account", account)
                .param("key", key)
                .update();
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
