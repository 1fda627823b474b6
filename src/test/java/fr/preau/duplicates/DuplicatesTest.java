package fr.preau.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@School
class DuplicatesTest {
    private static final String ELEMENTAIRE = "(select id from structure where uai = '0341315V')";
    private static final String AMINA = person("GUARDIAN", "Amina", "benali");
    private static final String YANIS = person("PUPIL", "Yanis", "benali");

    @Autowired Visitors visitors;
    @Autowired SearchDuplicates search;
    @Autowired HikariDataSource pool;

    private static String person(String kind, String first, String last) {
        return "(select min(id) from person where academy = '11' and kind = '%s' and first_name = '%s' and last_name ilike '%s')"
                .formatted(kind, first, last);
    }

    private long number(String sql) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return rows.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Amina is entered a second time, as a guardian of Yanis only, and signs a note under that
     * name.
     */
    private long secondAmina() throws SQLException {
        var twin =
                number(
                        "insert into person (academy, join_key, kind, source, first_name, last_name, mobile) values ('11', 'TWICE-1', 'GUARDIAN', 'ONDE', 'Amina', 'Bénali', '0600000001') returning id");
        change(
                "insert into guardianship (pupil_id, guardian_id, link_code) values ("
                        + YANIS
                        + ", "
                        + twin
                        + ", '10')");
        change(
                "insert into affiliation (school_id, person_id, profile) values ("
                        + ELEMENTAIRE
                        + ", "
                        + twin
                        + ", 'GUARDIAN')");
        var account =
                number(
                        "insert into account (login, created_at) values ('amina.benali2', now()) returning id");
        change(
                "insert into account_person (account_id, person_id) values ("
                        + account
                        + ", "
                        + twin
                        + ")");
        change(
                "insert into note_guardian (school_id, note_id, pupil_id, guardian_id, signs, signed_at, reply) select school_id, note_id, pupil_id, "
                        + twin
                        + ", true, '2024-09-09 18:00+02', 'Oui' from note_guardian where pupil_id = "
                        + YANIS
                        + " and guardian_id = "
                        + AMINA);
        search.run();
        return twin;
    }

    private long pairOf(long person) throws SQLException {
        return number(
                "select id from duplicate_pair where "
                        + person
                        + " in (first_id, second_id) order by score desc limit 1");
    }

    private Visitor.Answer merge(Visitor director, long pair, long kept) {
        return director.form(director.open("/duplicates/" + pair), "/duplicates/" + pair + "/merge")
                .fill("kept", Long.toString(kept))
                .fill("sure", "true")
                .send();
    }

    /** Every column of the database that names a person. */
    private List<String> columns() throws SQLException {
        var columns = new ArrayList<String>();
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select c.conrelid::regclass || '.' || a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                                 where c.contype = 'f' and c.confrelid = 'person'::regclass and array_length(c.conkey, 1) = 1 order by 1
                                """)) {
            while (rows.next()) columns.add(rows.getString(1));
        }
        return columns;
    }

    @Test
    void a_guardian_entered_twice_is_found_and_the_screen_says_who_and_why() throws SQLException {
        secondAmina();
        assertThat(visitors.as("marc.olivet").open("/duplicates").words())
                .containsIgnoringCase("Amina Benali")
                .contains(
                        "mêmes nom et prénom",
                        "un enfant en commun",
                        "deux sources différentes",
                        "Presque sûr");
        assertThat(visitors.as("marc.olivet").open("/quality").words())
                .contains("Doublons possibles");
    }

    @Test
    void a_couple_is_no_duplicate_nor_are_two_siblings() throws SQLException {
        change(
                "update person set email = 'famille@exemple.fr', mobile = '0600000002' where last_name ilike 'benali'");
        search.run();
        assertThat(
                        number(
                                "select count(*) from duplicate_pair d where "
                                        + AMINA
                                        + " in (d.first_id, d.second_id)"))
                .isZero();
        assertThat(
                        number(
                                "select count(*) from duplicate_pair d where "
                                        + YANIS
                                        + " in (d.first_id, d.second_id)"))
                .isZero();
    }

    @Test
    void names_swapped_at_the_town_hall_are_recognised() throws SQLException {
        var twin =
                number(
                        "insert into person (kind, source, first_name, last_name, birth_date) select 'PUPIL', 'LOCAL', last_name, first_name, birth_date from person where id = "
                                + YANIS
                                + " returning id");
        change(
                "insert into enrolment (school_id, pupil_id) values ("
                        + ELEMENTAIRE
                        + ", "
                        + twin
                        + ")");
        change(
                "insert into affiliation (school_id, person_id, profile) values ("
                        + ELEMENTAIRE
                        + ", "
                        + twin
                        + ", 'PUPIL')");
        search.run();
        assertThat(visitors.as("marc.olivet").open("/duplicates").words())
                .contains("nom et prénom inversés", "même date de naissance");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_merge_keeps_every_child_note_and_signature_whichever_stays(boolean firstStays)
            throws SQLException {
        var notes = number("select count(*) from note_guardian where guardian_id = " + AMINA);
        var children = number("select count(*) from guardianship where guardian_id = " + AMINA);
        var amina = number("select " + AMINA);
        var twin = secondAmina();
        var kept = firstStays ? amina : twin;
        var absorbed = firstStays ? twin : amina;

        var done = merge(visitors.as("marc.olivet"), pairOf(twin), kept);
        assertThat(done.words()).contains("Les deux fiches n’en font plus qu’une.");

        assertThat(number("select count(*) from note_guardian where guardian_id = " + kept))
                .isEqualTo(notes);
        assertThat(
                        number(
                                "select count(*) from note_guardian where signed_at is not null and reply like '%Oui%' and guardian_id = "
                                        + kept))
                .isPositive();
        assertThat(number("select count(*) from guardianship where guardian_id = " + kept))
                .isEqualTo(children);
        for (var column : columns()) {
            var table = column.substring(0, column.indexOf('.'));
            if (table.equals("duplicate_pair")) continue;
            assertThat(
                            number(
                                    "select count(*) from "
                                            + table
                                            + " where "
                                            + column.substring(table.length() + 1)
                                            + " = "
                                            + absorbed))
                    .as(column)
                    .isZero();
        }
        assertThat(number("select merged_into from person where id = " + absorbed)).isEqualTo(kept);
        assertThat(number("select person_id from person_alias"))
                .as("what the source still brings")
                .isEqualTo(kept);
        assertThat(
                        number(
                                "select count(*) from person where id = "
                                        + kept
                                        + " and mobile is not null and departed_at is null"))
                .isOne();
        assertThat(visitors.as("marc.olivet").open("/journal").words())
                .contains("Deux fiches fusionnées en une seule personne");
    }

    @Test
    void the_account_that_has_been_used_stays_and_opens_everything() throws SQLException {
        var twin = secondAmina();
        merge(visitors.as("marc.olivet"), pairOf(twin), twin);
        assertThat(
                        number(
                                "select count(*) from account where login = 'amina.benali' and state <> 'CLOSED'"))
                .isOne();
        assertThat(
                        number(
                                "select count(*) from account where login like 'closed-%' and state = 'CLOSED' and id in (select max(id) from account)"))
                .isOne();
        assertThat(visitors.as("amina.benali").open("/").words()).contains("Yanis", "Inès");
    }

    @Test
    void a_merge_asked_twice_is_done_once() throws SQLException {
        var twin = secondAmina();
        var pair = pairOf(twin);
        var marc = visitors.as("marc.olivet");
        merge(marc, pair, number("select " + AMINA));
        assertThat(marc.open("/duplicates/" + pair).status()).isEqualTo(404);
        assertThat(
                        marc.post(
                                        "/duplicates/" + pair + "/merge",
                                        Map.of("kept", Long.toString(twin), "sure", "true"))
                                .status())
                .isEqualTo(404);
        search.run();
        assertThat(
                        number(
                                "select count(*) from duplicate_pair where state = 'OPEN' and "
                                        + twin
                                        + " in (first_id, second_id)"))
                .isZero();
    }

    @Test
    void a_merge_without_having_checked_is_refused_and_changes_nothing() throws SQLException {
        var twin = secondAmina();
        var pair = pairOf(twin);
        var marc = visitors.as("marc.olivet");
        var refused =
                marc.form(marc.open("/duplicates/" + pair), "/duplicates/" + pair + "/merge")
                        .fill("kept", Long.toString(twin))
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Cochez la case", "elle ne peut pas être annulée");
        assertThat(refused.page().select("input[name=kept][checked]").attr("value"))
                .isEqualTo(Long.toString(twin));
        assertThat(number("select count(*) from person where merged_into is not null")).isZero();
        assertThat(
                        marc.post(
                                        "/duplicates/" + pair + "/merge",
                                        Map.of("kept", "1", "sure", "true"))
                                .status())
                .isEqualTo(422);
    }

    @Test
    void two_people_told_apart_are_never_asked_about_again() throws SQLException {
        var twin = secondAmina();
        var marc = visitors.as("marc.olivet");
        var pair = pairOf(twin);
        var page =
                marc.form(marc.open("/duplicates/" + pair), "/duplicates/" + pair + "/dismissal")
                        .send();
        assertThat(page.words()).contains("ce sont deux personnes").doesNotContain("Presque sûr");
        search.run();
        assertThat(marc.open("/duplicates").words()).doesNotContain("Presque sûr");
        assertThat(marc.open("/journal").words()).contains("Ressemblance écartée");
    }

    @Test
    void somebody_with_rights_elsewhere_is_not_merged_by_a_director() throws SQLException {
        var twin = secondAmina();
        change(
                "insert into role (person_id, kind, structure_id, source) select "
                        + twin
                        + ", 'INSPECTOR', id, 'LOCAL' from structure where kind = 'DISTRICT' limit 1");
        var marc = visitors.as("marc.olivet");
        var pair = pairOf(twin);
        assertThat(marc.open("/duplicates/" + pair).words())
                .contains("a des droits en dehors de votre école");
        var kept = Long.toString(number("select " + AMINA));
        assertThat(
                        marc.post(
                                        "/duplicates/" + pair + "/merge",
                                        Map.of("kept", kept, "sure", "true"))
                                .status())
                .isEqualTo(422);
        assertThat(number("select count(*) from person where merged_into is not null")).isZero();
    }

    @Test
    void a_pupil_entered_twice_keeps_the_seats_of_both_and_one_account() throws SQLException {
        var yanis = number("select " + YANIS);
        var twin =
                number(
                        "insert into person (kind, source, first_name, last_name, birth_date) select 'PUPIL', 'LOCAL', first_name, last_name, birth_date from person where id = "
                                + YANIS
                                + " returning id");
        change(
                "insert into enrolment (school_id, pupil_id) values ("
                        + ELEMENTAIRE
                        + ", "
                        + twin
                        + ")");
        change(
                "insert into class_enrolment (school_id, class_id, pupil_id, source) select school_id, id, "
                        + twin
                        + ", 'LOCAL' from school_class where school_id = "
                        + ELEMENTAIRE
                        + " and label = 'CP A'");
        change(
                "insert into affiliation (school_id, person_id, profile) values ("
                        + ELEMENTAIRE
                        + ", "
                        + twin
                        + ", 'PUPIL')");
        search.run();
        merge(visitors.as("marc.olivet"), pairOf(twin), twin);
        assertThat(number("select count(*) from class_enrolment where pupil_id = " + twin))
                .isPositive();
        assertThat(number("select count(*) from enrolment where pupil_id = " + yanis)).isZero();
        assertThat(
                        number(
                                "select count(*) from person where id = "
                                        + twin
                                        + " and join_key is not null and source = 'FEED'"))
                .as("the feed goes on with the one who stays")
                .isOne();
        assertThat(number("select count(*) from account_person where person_id = " + twin)).isOne();
        assertThat(visitors.as("amina.benali").open("/liaison").words()).contains("Yanis");
        assertThat(visitors.as("yanis.benali").open("/").status()).isEqualTo(200);
    }

    @Test
    void nobody_else_sees_or_decides_a_pair() throws SQLException {
        var pair = pairOf(secondAmina());
        assertThat(visitors.as("marc.olivet").open("/duplicates/" + pair).status())
                .as("the premise")
                .isEqualTo(200);
        for (var login :
                List.of(
                        "helene.costa",
                        "thomas.leroy",
                        "jade.leroy",
                        "patrick.mazel",
                        "mireille.castan",
                        "nadia.ferrand")) {
            assertThat(visitors.as(login).open("/duplicates/" + pair).status())
                    .as(login)
                    .isEqualTo(404);
            assertThat(
                            visitors.as(login)
                                    .post("/duplicates/" + pair + "/dismissal", Map.of())
                                    .status())
                    .as(login)
                    .isEqualTo(404);
        }
        assertThat(visitors.as("helene.costa").open("/duplicates").status()).isEqualTo(404);
        assertThat(
                        number(
                                "select count(*) from duplicate_pair where state = 'OPEN' and id = "
                                        + pair))
                .isOne();
    }

    /**
     * A new table that names a person needs a {@code MovesPerson} in its feature, then its line
     * here.
     */
    @Test
    void every_column_that_names_a_person_is_moved_by_somebody() throws SQLException {
        assertThat(columns())
                .containsExactlyInAnyOrder(
                        "account_person.person_id",
                        "agreement_seal.person_id",
                        "card.person_id",
                        "class_change.by_person_id",
                        "contact_change.person_id",
                        "delegation.granted_by",
                        "continuity_grace.by_person_id",
                        "delegation.person_id",
                        "delegation.revoked_by",
                        "departure.cancelled_by",
                        "departure.person_id",
                        "duplicate_pair.decided_by",
                        "duplicate_pair.first_id",
                        "duplicate_pair.second_id",
                        "enrolment.pupil_id",
                        "family_note.answered_by",
                        "family_note.guardian_id",
                        "family_note.pupil_id",
                        "family_note_pause.by_person_id",
                        "guardianship.guardian_id",
                        "guardianship.pupil_id",
                        "message.author_id",
                        "message.reviewed_by",
                        "message_box.person_id",
                        "message_folder.person_id",
                        "message_hold.author_id",
                        "message_hold.decided_by",
                        "message_report.author_id",
                        "message_report.decided_by",
                        "message_report.reporter_id",
                        "message_signature.person_id",
                        "message_stop.lifted_by",
                        "message_stop.made_by",
                        "note.author_id",
                        "note_addressee.person_id",
                        "note_correction.corrected_by",
                        "note_coupon.guardian_id",
                        "note_coupon.printed_by",
                        "note_coupon.pupil_id",
                        "note_decision.guardian_id",
                        "note_decision.pupil_id",
                        "note_decision.recorded_by",
                        "note_guardian.guardian_id",
                        "note_guardian.paper_by",
                        "note_guardian.pupil_id",
                        "note_pupil.pupil_id",
                        "note_reminder.by",
                        "notification.person_id",
                        "notification.pupil_id",
                        "onde_effect.person_id",
                        "onde_import.person_id",
                        "password_choice.by_person_id",
                        "past_pupil.pupil_id",
                        "past_teaching.person_id",
                        "person.merged_into",
                        "person_alias.person_id",
                        "quiet_choice.by_person_id",
                        "quiet_override.by_person_id",
                        "role.person_id",
                        "school_block.lifted_by",
                        "school_block.made_by",
                        "school_blocked.person_id",
                        "service_switch.by_person_id",
                        "session.person_id",
                        "sign_in.person_id",
                        "stored_file.owner_id",
                        "teaching.person_id",
                        "town_invitation.made_by",
                        "town_invitation.person_id",
                        "town_staff.asked_by",
                        "town_staff.decided_by",
                        "town_staff.person_id",
                        "year_change.applied_by",
                        "year_change.opened_by",
                        "year_change.undone_by",
                        "year_teacher.person_id");
    }
}
