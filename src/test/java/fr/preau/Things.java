package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.agreements.SignedAgreement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One of each thing that an address names: Yanis, his class, a note to the families of CP A. What
 * does not exist is a number that nobody has.
 */
record Things(Map<String, String> all) {
    /** Writes what is missing, as somebody of the cast would have. */
    static Things find(HikariDataSource pool) throws SQLException {
        var things = new LinkedHashMap<String, String>();
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            things.put(
                    "number",
                    one(sql, "select n.id from note n where n.title = 'Sortie à la médiathèque'"));
            things.put(
                    "pupil",
                    one(
                            sql,
                            "select id from person where kind = 'PUPIL' and first_name = 'Yanis' and last_name ilike 'benali' and academy = '11'"));
            things.put(
                    "schoolClass",
                    one(
                            sql,
                            "select c.id from school_class c join structure s on s.id = c.school_id where c.label = 'CP A' and s.uai = '0341315V'"));
            things.put("account", one(sql, "select id from account where login = 'karim.benali'"));
            things.put(
                    "academy",
                    one(sql, "select id from structure where kind = 'ACADEMY' and academy = '11'"));
            things.put("structure", one(sql, "select id from structure where uai = '0341315V'"));
            things.put(
                    "extract",
                    one(
                            sql,
                            "insert into onde_import (school_id, person_id, created_at, state, pupils_file) select s.id, (select min(id) from person), now(), 'PREVIEW', 'eleves.csv' from structure s where s.uai = '0341315V' returning id"));
        }
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            things.put("planned", rehearsed(sql));
            things.put(
                    "pair",
                    one(
                            sql,
                            "insert into duplicate_pair (school_id, first_id, second_id, profile, score, reasons, found_at, state) select s.id, min(e.pupil_id), max(e.pupil_id), 'PUPIL', 70, '{NAMES}', now(), 'DISMISSED' from enrolment e join structure s on s.id = e.school_id and s.uai = '0341315V' group by s.id returning id"));
        }
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            things.put(
                    "connector",
                    one(
                            sql,
                            "insert into connector (slug, title, purpose, protocol, addresses, profiles, attributes, pseudonym_key, changed_at) values ('livres', 'Livres', 'Lire', 'CAS', '{https://livres.example/}', '{PUPIL}', '{}', 'x', now()) returning slug"));
        }
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            things.put("letter", letter(sql));
            things.put("waiting", waiting(sql));
            things.put("report", report(sql));
            things.put("familyNote", familyNote(sql));
            things.put(
                    "karim",
                    one(
                            sql,
                            "insert into note_coupon (school_id, note_id, pupil_id, guardian_id, token_hash, printed_at, printed_by, expires_on) select n.school_id, n.id, %s, p.id, sha256('coupon-de-karim'), n.sent_at, n.author_id, '2025-08-31' from note n, person p where n.id = %s and p.kind = 'GUARDIAN' and p.first_name = 'Karim' and p.academy = '11' returning guardian_id"
                                    .formatted(things.get("pupil"), things.get("number"))));
        }
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            var agreement = agreement(sql);
            things.put(
                    "pages",
                    one(
                            sql,
                            "select 'convention-' || reference || '.pdf' from agreement where state = 'SENT'"));
            things.put("agreement", agreement);
            things.put("town", one(sql, "select town_id from debtor"));
            things.put("debtor", one(sql, "select min(id) from debtor"));
            things.put(
                    "trial",
                    one(sql, "select 'essai-' || min(id) || '.pdf' from agreement_template"));
        }
        things.put("uai", "0340289E");
        things.put("campaign", "2024");
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute(
                    """
                    insert into network_sheet (school_id, year, edition, formula_id, made_at, made_for, pupils, few, classes, devices, videos, sends, technology, provider, together,
                                               pupils_down_kbit, videos_kbit, base_kbit, need_down_kbit, pupils_up_kbit, sends_kbit, need_up_kbit)
                    select %s, 2023, 1, id, '2024-06-03 08:00+02', 'TOWN', 60, false, 3, 20, 3, 1, 'FIBRE', '', 20, 2000, 7500, 2000, 14375, 600, 1000, 2000 from network_formula
                    """
                            .formatted(things.get("structure")));
        }
        things.put("run", "999999999");
        things.put("order", order(pool));
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            things.put(
                    "answers",
                    one(
                            sql,
                            "with f as (insert into revenue_import (region_id, name, sha256, read_at) select id, 'reponses.csv', 'x', now() from structure where kind = 'REGION' returning id) insert into revenue_answer (import_id, line, number, reference, issued_on, paid, paid_on) select id, 2, '9', 'TP-2022-000000', '', '', '' from f returning import_id"));
            things.put("dispute", dispute(sql, signed(pool, sql)));
            things.put("step", one(sql, "select max(id) from dispute_step"));
            things.put("piece", one(sql, "select max(id) from dispute_piece"));
        }
        things.put("coupon", "coupon-de-karim");
        things.put("child", things.get("pupil"));
        things.put("decision", "999999999");
        things.put("folder", "999999999");
        things.put("stop", "999999999");
        things.put("file", "999999999");
        things.put("draft", "new-0a1b2c3d");
        things.put("familyDraft", "new-" + things.get("pupil"));
        things.put("figure", "pupil-no-ine");
        things.put("token", "carte-de-yanis-benali-demo");
        things.put("key", "new");
        things.put("page", "accessibilite");
        things.put("delegation", "1");
        things.put("service", "liaison");
        things.put("change", "999999999");
        things.put("notification", "999999999");
        things.put("year", "2023");
        things.put("group", things.get("schoolClass"));
        things.put("kind", "classes");
        things.put("device", "999999999");
        things.put("passkey", "999999999");
        things.put("block", "999999999");
        things.put("school", things.get("structure"));
        things.put("person", things.get("pupil"));
        things.put("reading", "1");
        things.put("provider", "educonnect");
        things.put("door", "educonnect");
        things.put("outcome", "refused");
        things.put("tablet", "999999999");
        things.put("invitation", "999999999");
        things.put("grace", "999999999");
        things.put("colleague", "999999999");
        return new Things(things);
    }

    /** What Cazouls owes for a year, sent to accounting; another signed year has no request yet. */
    private static String order(HikariDataSource pool) throws SQLException {
        SignedAgreement.insert(pool, 2023, LocalDate.of(2023, 6, 20));
        var agreement = SignedAgreement.insert(pool, 2022, LocalDate.of(2022, 6, 20));
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            var number =
                    one(
                            sql,
                            """
                            insert into revenue_order (agreement_id, school_year, department_id, region_id, state, agreement_reference, debtor_name, siret, street, postal_code, city, chorus_service, commitment_number,
                                                       commitment_required, town_signed_on, region_signed_on, total_cents, prepared_at, sent_on)
                            select id, school_year, department_id, region_id, 'SENT', reference, debtor_name, siret, street, postal_code, city, '', '', false, town_signed_on, region_signed_on, amount_cents, now(), '2024-09-01'
                              from agreement where id = %d returning id
                            """
                                    .formatted(agreement));
            sql.execute(
                    "insert into revenue_line (order_id, agreement_id, uai, label, cents) select %s, agreement_id, uai, label, 4500 from agreement_school where agreement_id = %d"
                            .formatted(number, agreement));
            return number;
        }
    }

    /** A convention that both have signed. */
    private static long signed(HikariDataSource pool, java.sql.Statement sql) throws SQLException {
        try (var rows = sql.executeQuery("select min(id) from agreement where state = 'SIGNED'")) {
            rows.next();
            var id = rows.getLong(1);
            if (id > 0) return id;
        }
        return SignedAgreement.insert(pool, 2024, LocalDate.of(2024, 6, 26));
    }

    /** The région's griefs against the commune, entered this morning, with a piece. */
    private static String dispute(java.sql.Statement sql, long agreement) throws SQLException {
        return one(
                sql,
                """
                with d as (
                    insert into dispute (agreement_id, opener, opened_on, conciliation_months, termination_days, court_months, court, opened_at)
                    values (%d, 'REGION', '2024-09-02', 1, 15, 1, 'tribunal administratif de Montpellier', '2024-09-02 09:00+02') returning id, agreement_id
                ), s as (
                    insert into dispute_step (dispute_id, agreement_id, kind, party, on_day, words, made_at)
                    select id, agreement_id, 'OPENED', 'REGION', '2024-09-02', 'Griefs', '2024-09-10 08:00+02' from d returning id, dispute_id, agreement_id
                ), p as (
                    insert into dispute_piece (dispute_id, agreement_id, step_id, party, kind, type, bytes, size, sha256, filed_at)
                    select dispute_id, agreement_id, id, 'REGION', 'OTHER', 'PDF', '%%PDF-1.7', 8, sha256('%%PDF-1.7'), '2024-09-02 09:00+02' from s
                )
                select id from d
                """
                        .formatted(agreement));
    }

    /** A message from Hélène Costa to Amina Benali. */
    private static String letter(java.sql.Statement sql) throws SQLException {
        var number =
                one(
                        sql,
                        """
                        insert into message (school_id, id, conversation_id, author_id, author_name, author_profile, subject, body, replies, audience, state, sent_at, deliver_at, recipients)
                        select r.structure_id, 4444, 4444, r.person_id, 'Hélène Costa', 'TEACHER', 'Bonjour', 'Texte', 'AUTHOR', '', 'SENT', '2024-09-10 08:00+02', '2024-09-10 08:00+02', 1
                          from account a join account_person ap on ap.account_id = a.id join role r on r.person_id = ap.person_id and r.kind = 'TEACHER'
                         where a.login = 'helene.costa' limit 1 returning id
                        """);
        sql.execute(
                """
                insert into message_box (school_id, message_id, person_id, author_id, profile, pupils, deliver_at)
                select m.school_id, m.id, ap.person_id, m.author_id, 'GUARDIAN', '{}', m.deliver_at
                  from message m, account a join account_person ap on ap.account_id = a.id where a.login = 'amina.benali'
                """);
        return number;
    }

    /** Another one, which waits for the director. */
    private static String waiting(java.sql.Statement sql) throws SQLException {
        sql.execute(
                """
                insert into message (school_id, id, conversation_id, author_id, author_name, author_profile, subject, body, replies, audience, state, sent_at, deliver_at, recipients)
                select school_id, 4445, 4445, author_id, author_name, author_profile, subject, body, replies, audience, 'WAITING', sent_at, deliver_at, 1 from message where id = 4444
                """);
        return one(
                sql,
                "insert into message_hold (school_id, message_id, author_id, node_id, reason, account_id, held_at) select school_id, id, author_id, school_id, 'MANY', 1, sent_at from message where id = 4445 returning message_id");
    }

    /** What Karim Benali has reported to the director. */
    private static String report(java.sql.Statement sql) throws SQLException {
        return one(
                sql,
                """
                insert into message_report (school_id, message_id, reporter_id, author_id, author_name, subject, body, sent_at, recipients, seal, reason, words, reported_at, node_id)
                select m.school_id, m.id, p.id, m.author_id, m.author_name, m.subject, m.body, m.sent_at, 1, '', 'OTHER', '', m.sent_at, m.school_id
                  from message m, person p where m.id = 4444 and p.kind = 'GUARDIAN' and p.first_name = 'Karim' and p.academy = '11' returning id
                """);
    }

    /** What Amina Benali has written to the class of Yanis. */
    private static String familyNote(java.sql.Statement sql) throws SQLException {
        return one(
                sql,
                """
                insert into family_note (school_id, class_id, pupil_id, guardian_id, kind, body, to_direction, paused, sent_at)
                select e.school_id, e.class_id, e.pupil_id, ap.person_id, 'QUESTION', 'Une question', false, false, '2024-09-10 08:00+02'
                  from account a join account_person ap on ap.account_id = a.id join guardianship g on g.guardian_id = ap.person_id
                  join person p on p.id = g.pupil_id and p.first_name = 'Yanis' join class_enrolment e on e.pupil_id = p.id
                 where a.login = 'amina.benali' returning id
                """);
    }

    /** A class of the year that the school rehearses, shown to everybody concerned. */
    private static String rehearsed(java.sql.Statement sql) throws SQLException {
        sql.execute(
                """
                insert into year_change (school_id, year, state, shown, opened_at, opened_by)
                select id, 2025, 'REHEARSAL', 'FAMILIES', now(), (select min(id) from person) from structure where uai = '0341315V'
                """);
        return one(
                sql,
                "insert into year_class (school_id, change_id, kind, label, levels) select school_id, id, 'CLASS', 'CP A', '{1121}' from year_change returning id");
    }

    /** The next convention of Cazouls-lès-Béziers, sent to the town, which has not looked yet. */
    private static String agreement(java.sql.Statement sql) throws SQLException {
        var sent =
                one(
                        sql,
                        """
                        insert into agreement (debtor_id, school_year, town_id, department_id, academy_id, region_id, state, debtor_kind, debtor_name, siret, street, postal_code, city,
                                               signatory_name, signatory_title, chorus_service, template_id, made_at, sent_at, ends_on)
                        select debtor_id, 2025, town_id, department_id, academy_id, region_id, 'SENT', debtor_kind, debtor_name, siret, street, postal_code, city,
                               signatory_name, signatory_title, chorus_service, template_id, made_at, sent_at, '2026-09-01' from agreement where school_year = 2024 returning id
                        """);
        sql.execute(
                "insert into agreement_school (agreement_id, uai, school_year, structure_id, label) select %s, uai, 2025, structure_id, label from agreement_school where school_year = 2024"
                        .formatted(sent));
        return sent;
    }

    private static String one(java.sql.Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            return rows.getString(1);
        }
    }

    /**
     * What a form of the route would bring, so that a refusal is not mistaken for an empty form.
     */
    Map<String, String> fields(String path) {
        var yanis = all.get("pupil");
        return switch (path) {
            case "/liaison/{number}/signature" -> Map.of("child", yanis);
            case "/liaison/{number}/reply" -> Map.of("child", yanis, "text", "Bien reçu");
            case "/liaison/{number}/replies" -> Map.of("open", "true");
            case "/liaison/{number}/correction" ->
                    Map.of("title", "Sortie", "text", "À 9 h", "deadline", "");
            case "/liaison/{number}/coupons", "/liaison/{number}/paper/removal" ->
                    Map.of("to", yanis + "-" + all.get("karim"));
            case "/liaison/family-notes" ->
                    Map.of("child", yanis, "kind", "QUESTION", "text", "Une question");
            case "/liaison/family-notes/{familyNote}/answer" -> Map.of("answer", "SEEN");
            case "/liaison/family-notes/pauses/{schoolClass}" -> Map.of("reopens", "2024-09-16");
            case "/pupils/{pupil}/pictures" -> Map.of("picture", "cat");
            case "/sheets/{kind}/{group}/file" -> Map.of("form", "CSV", "_once", "access-test");
            case "/sheets/{kind}/{group}/codes/{account}" -> Map.of("_once", "access-test");
            case "/blocking/{school}" -> Map.of("profile", "PUPIL");
            case "/pupils/cards/{schoolClass}", "/pupils/{pupil}/card" ->
                    Map.of("_once", "access-test");
            case "/classes/{schoolClass}/seats" -> Map.of("pupil", yanis);
            case "/messages/{letter}/reply" -> Map.of("text", "Bien reçu");
            case "/messages/{letter}/report" -> Map.of("reason", "OTHER");
            case "/passwords", "/passwords/undo" ->
                    Map.of("academy", all.get("academy"), "habit", "ACADEMY", "from", "2025-09-01");
            case "/agreements/{agreement}/schools" -> Map.of("uai", "0341315V");
            case "/debtors" -> Map.of("town", all.get("town"));
            case "/debtors/{debtor}/agreements" -> Map.of("year", "2024");
            case "/agreement-terms" ->
                    Map.of("term", "PLACE", "value", "Montpellier", "from", "2025-01-01");
            case "/agreement-campaigns" -> Map.of("year", "2024");
            case "/network/{school}" ->
                    Map.of("devices", "20", "videos", "3", "sends", "1", "technology", "FIBRE");
            case "/network/{school}/test/runs" -> Map.of("room", "CP A");
            case "/network/formula" ->
                    Map.ofEntries(
                            Map.entry("year", "2024"),
                            Map.entry("from", "2024-09-20"),
                            Map.entry("together", "50"),
                            Map.entry("pupilDown", "0,1"),
                            Map.entry("pupilUp", "0,03"),
                            Map.entry("video", "2,5"),
                            Map.entry("send", "1"),
                            Map.entry("base", "2"),
                            Map.entry("margin", "25"),
                            Map.entry("minimum", "0,1"),
                            Map.entry("comfort", "0,3"),
                            Map.entry("target", "1"));
            case "/revenue-orders/preparation", "/revenue-orders/sending" -> Map.of("year", "2023");
            case "/revenue-orders/terms" ->
                    Map.of("term", "DUE_DAYS", "value", "45", "from", "2025-01-01");
            case "/revenue-orders/{order}/issue" ->
                    Map.of("number", "77", "day", "2024-09-10", "seen", "0");
            case "/disputes/{dispute}/steps" ->
                    Map.of("kind", "OFFER", "day", "2024-09-10", "words", "Un accord");
            case "/disputes/{dispute}/letters" ->
                    Map.of(
                            "kind",
                            "FIRST_LETTER",
                            "day",
                            "2024-09-10",
                            "number",
                            "2C 123 456 7890 1");
            case "/disputes/{dispute}/steps/{step}/mistake" -> Map.of("words", "Erreur");
            case "/charter" -> Map.of("version", "1", "agreed", "true");
            case "/hat" -> Map.of("person", "1", "profile", "TEACHER");
            case "/switches/{service}" -> Map.of("profile", "PUPIL", "choice", "USUAL");
            case "/identity-providers/{provider}/state", "/connectors/{connector}/state" ->
                    Map.of("open", "true");
            default -> Map.of();
        };
    }

    /** The address of a route, with a thing for each of its names. */
    String address(String path) {
        var address = path;
        for (var thing : all.entrySet())
            address =
                    address.replaceAll(
                            "\\{" + thing.getKey() + "(:.*)?}(?=/[a-z0-9]|$)", thing.getValue());
        return address;
    }
}
