package fr.preau.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The whole directory as text, the same for the same facts whatever the way to them: rows named by
 * the keys of the feed, each column of each table, in one order. Left out: the numbers that the
 * database gives, the moments of the runs (only whether there is one), their history.
 */
record CanonicalDump(String text) {
    /** Columns are taken as they are found, so that one added tomorrow is compared too. */
    private static final String NAMES =
            """
            create function pg_temp.facts(r anyelement) returns text language sql stable as $$
                select coalesce(jsonb_object_agg(key, case when key like '%\\_at' then to_jsonb(value <> 'null') else value end), '{}')::text
                from jsonb_each(to_jsonb(r)) where key <> 'id' and key not like '%\\_id' and key not in ('erases_on') $$;
            create function pg_temp.person(n bigint) returns text language sql stable as $$
                select coalesce(academy || '/' || join_key, concat_ws('/', kind, last_name, first_name, birth_date)) from person where id = n $$;
            create function pg_temp.structure(n bigint) returns text language sql stable as $$
                select coalesce(academy || '/' || join_key, concat_ws('/', kind, academy, insee, name)) from structure where id = n $$;
            create function pg_temp.class(n bigint) returns text language sql stable as $$
                select concat_ws('/', kind, join_key, label, (ended_at is not null)::text) from school_class where id = n $$;
            """;

    private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

    static {
        section(
                "structure",
                "pg_temp.structure(t.id), pg_temp.structure(t.parent_id), pg_temp.structure(t.town_id)");
        section("school_above", "pg_temp.structure(t.node_id), pg_temp.structure(t.school_id)");
        section("person", "pg_temp.person(t.id)");
        section("enrolment", "pg_temp.structure(t.school_id), pg_temp.person(t.pupil_id)");
        section("school_class", "pg_temp.structure(t.school_id)");
        section(
                "class_enrolment",
                "pg_temp.structure(t.school_id), pg_temp.class(t.class_id), pg_temp.person(t.pupil_id)");
        section(
                "seat_refusal",
                "pg_temp.structure(t.school_id), pg_temp.class(t.class_id), pg_temp.person(t.pupil_id)");
        section("guardianship", "pg_temp.person(t.pupil_id), pg_temp.person(t.guardian_id)");
        section("role", "pg_temp.person(t.person_id), pg_temp.structure(t.structure_id)");
        section(
                "teaching",
                "pg_temp.structure(t.school_id), pg_temp.class(t.class_id), pg_temp.person(t.person_id)");
        section("affiliation", "pg_temp.structure(t.school_id), pg_temp.person(t.person_id)");
        section("circle", "pg_temp.structure(t.school_id), pg_temp.class(t.class_id)");
        section("departure", "pg_temp.structure(t.school_id), pg_temp.person(t.person_id)");
        section(
                "account",
                "(select string_agg(pg_temp.person(ap.person_id), ' ' order by pg_temp.person(ap.person_id) collate \"C\") from account_person ap where ap.account_id = t.id)");
    }

    private static void section(String table, String keys) {
        SECTIONS.put(
                table,
                "select line from (select concat_ws(' | ', %s, pg_temp.facts(t)) as line from %s t) l order by line collate \"C\""
                        .formatted(keys, table));
    }

    static CanonicalDump of(Connection database) throws SQLException {
        var text = new StringBuilder();
        try (var sql = database.createStatement()) {
            sql.execute(NAMES);
            for (var section : SECTIONS.entrySet()) {
                text.append("== ").append(section.getKey()).append('\n');
                var rows = sql.executeQuery(section.getValue());
                while (rows.next()) text.append(rows.getString(1)).append('\n');
            }
        }
        return new CanonicalDump(text.toString());
    }

    String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The first lines that stand in one of the two only: what people want to see of a difference.
     */
    String differenceTo(CanonicalDump other) {
        var mine = text.lines().toList();
        var others = other.text.lines().toList();
        var onlyMine = new java.util.LinkedHashSet<>(mine);
        others.forEach(onlyMine::remove);
        var onlyOthers = new java.util.LinkedHashSet<>(others);
        mine.forEach(onlyOthers::remove);
        return "%d lines here only, %d there only%n< %s%n> %s"
                .formatted(
                        onlyMine.size(),
                        onlyOthers.size(),
                        String.join("\n< ", onlyMine.stream().limit(10).toList()),
                        String.join("\n> ", onlyOthers.stream().limit(10).toList()));
    }
}
