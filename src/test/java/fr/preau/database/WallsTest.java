package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@School
class WallsTest {
    /** Tables without a school, each with the reason why it may be. */
    private static final Set<String> NO_SCHOOL =
            Set.of(
                    "structure",
                    "school_above", // names of schools are public
                    "link_code",
                    "session_lifetime",
                    "code_lifetime",
                    "password_rule",
                    "password_choice", // of an académie; reserved to the door
                    "remembering_rule",
                    "charter", // dated rules, the same for everybody
                    "school_level", // national codes
                    "year_rule", // a dated rule
                    "academy_zone",
                    "official_year",
                    "official_break",
                    "quiet_usual",
                    "notification_matter",
                    "letter_usual",
                    "matter_cadence", // what notifications are about, the same for everybody
                    "retention_rule", // dated rules, the same for everybody
                    "person",
                    "guardianship",
                    "role",
                    "account",
                    "account_person",
                    "account_identity",
                    "comfort",
                    "mail_address",
                    "mail_address_wish",
                    "letter_choice",
                    "letter_hour",
                    "letter",
                    "push_subscription",
                    "once",
                    "draft", // policies of their own
                    "message_folder",
                    "message_signature", // of one person, seen by nobody else
                    "message_stop", // reserved to the job's wall
                    "sending_trace", // counts and a hash, for a day; reserved to the job's wall
                    "vigilance_figure",
                    "trusted_host", // dated figures and public hosts, the same for everybody
                    "delegation", // of schools and of nodes alike; reserved to directory work
                    "person_alias", // policies of their own
                    "session",
                    "card",
                    "activation_code",
                    "known_device",
                    "recovery_code",
                    "joining",
                    "forgotten",
                    "reset_link",
                    "passkey",
                    "passkey_challenge",
                    "password_before",
                    "door_rule", // dated numbers, the same for everybody
                    "charter_acceptance",
                    "door_failure",
                    "door_secret", // the door's own
                    "contact_default", // the région's rule of who may reach whom, the same for
                    // everybody
                    "feed_run",
                    "feed_wish",
                    "feed_watch",
                    "feed_rule",
                    "file_rule", // dated numbers, the same for everybody
                    "unnamed_blob", // fingerprints of what is about to go; reserved to jobs
                    "identity_provider",
                    "connector",
                    "connector_place",
                    "connector_visit",
                    "openid_key",
                    "push_key", // reserved to the door
                    "openid_grant",
                    "cas_ticket", // services outside and who is led there: reserved to the door
                    "saml_key",
                    "saml_request",
                    "saml_assertion",
                    "saml_session",
                    "saml_arrival", // the doors of others and who is at them: reserved to the door
                    "network_formula",
                    "network_limit", // figures of the région, the same for everybody; reserved to
                    // jobs
                    "town_convention",
                    "town_invitation",
                    "town_invitation_lifetime",
                    "proconnect_request",
                    "proconnect_code", // the door of town halls: communes and their agents, no
                    // school
                    "agreement_term",
                    "agreement_template",
                    "town_staff_rule", // dated rules, the same for everybody
                    "town_staff", // of a commune and the région; policies of its own
                    "family_note_rule", // dated figures, the same for everybody
                    "continuity_rule", // dated rules, the same for everybody
                    "continuity_grace", // of a convention; a policy of its own
                    "agreement_campaign", // what the région decides about all conventions
                    "debtor",
                    "agreement",
                    "agreement_school",
                    "agreement_document",
                    "agreement_seal", // of a commune and the région; policies of their own
                    "revenue_term", // what the région decides about all titres
                    "revenue_order",
                    "revenue_line",
                    "revenue_movement",
                    "revenue_import",
                    "revenue_answer", // of a commune and the région; policies of their own
                    "dispute_rule", // dated figures, the same for everybody
                    "dispute",
                    "dispute_step",
                    "dispute_piece",
                    "dispute_piece_error", // of the same two; seen with their convention
                    "dispute_reminder", // numbers and days; reserved to the job
                    "login_count", // a name and how many logins it had: the door's and the
                    // directory's own
                    "feed_reject", // counts and reasons, no content; reserved to directory work
                    "event_publication",
                    "scheduled_tasks",
                    "flyway_schema_history"); // numbers only

    /**
     * Tables with a school whose wall is narrower than the reach: seen by their own person only.
     */
    private static final Set<String> OWN =
            Set.of(
                    "notification",
                    "family_note",
                    "message",
                    "message_box",
                    "message_file",
                    "message_sending",
                    "message_hold",
                    "message_report");

    @Autowired JdbcClient db;
    @Autowired Walls walls;
    @Autowired HikariDataSource pool;
    @Autowired PlatformTransactionManager transactions;

    /** What is wrong with the walls of this database. */
    static Set<String> gaps(JdbcClient db) {
        var gaps = new TreeSet<String>();
        record Table(String name, boolean school, boolean secured, boolean forced, String owner) {}
        var tables =
                db.sql(
                                """
                                select c.relname as name, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'school_id') as school,
                                       c.relrowsecurity as secured, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner
                                  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                                """)
                        .query(Table.class)
                        .list();
        for (var table : tables) {
            if (!table.owner().equals("preau_owner"))
                gaps.add(table.name() + " belongs to " + table.owner());
            if (!table.school() || table.name().equals("school_above")) {
                if (!NO_SCHOOL.contains(table.name()))
                    gaps.add(table.name() + " has no school and stands on no list");
                continue;
            }
            if (!table.secured() || !table.forced()) gaps.add(table.name() + " is not walled");
            var policies =
                    db.sql(
                                    """
                                    select coalesce(qual, '') || coalesce(with_check, '') from pg_policies where tablename = :table and 'preau_app' = any (roles)
                                    """)
                            .param("table", table.name())
                            .query(String.class)
                            .list();
            var word = OWN.contains(table.name()) ? "own_persons()" : "reach()";
            if (policies.isEmpty()) gaps.add(table.name() + " has no policy");
            for (var policy : policies)
                // One's own is narrower than one's reach.
                if (!policy.contains(word) && !policy.contains("own_persons()"))
                    gaps.add(table.name() + " has a policy that does not ask " + word);
        }
        return gaps;
    }

    /** Keys and foreign keys of walled tables carry the school, so that no row can point across. */
    static Set<String> looseKeys(JdbcClient db) {
        return new TreeSet<>(
                db.sql(
                                """
                                select c.conrelid::regclass || ' ' || c.conname
                                  from pg_constraint c
                                  join pg_attribute s on s.attrelid = c.conrelid and s.attname = 'school_id'
                                 where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u') and not s.attnum = any (c.conkey)
                                   and c.conrelid::regclass::text not in ('audit')
                                 union all
                                select c.conrelid::regclass || ' ' || c.conname
                                  from pg_constraint c
                                  join pg_attribute s on s.attrelid = c.conrelid and s.attname = 'school_id'
                                  join pg_attribute t on t.attrelid = c.confrelid and t.attname = 'school_id'
                                 where c.connamespace = 'public'::regnamespace and c.contype = 'f' and not s.attnum = any (c.conkey)
                                """)
                        .query(String.class)
                        .list());
    }

    @Test
    void every_table_with_school_content_is_walled() {
        assertThat(gaps(db)).isEmpty();
        assertThat(looseKeys(db)).isEmpty();
    }

    @Test
    void a_missing_wall_would_be_seen() throws SQLException {
        try (var owner = Superuser.connect(pool, "preau");
                var sql = owner.createStatement()) {
            for (var breach :
                    List.of(
                            "drop policy within_reach on note",
                            "alter table note_guardian no force row level security",
                            "alter table note_pupil disable row level security",
                            "create table loose (school_id bigint)",
                            "create table homeless (id bigint)",
                            "drop policy within_reach on enrolment; create policy within_reach on enrolment for select to preau_app using (true)")) {
                sql.execute("begin");
                sql.execute(breach);
                var inside =
                        JdbcClient.create(
                                new org.springframework.jdbc.datasource.SingleConnectionDataSource(
                                        owner, true));
                assertThat(gaps(inside)).as(breach).isNotEmpty();
                sql.execute("rollback");
            }
        }
    }

    @Test
    void the_application_is_not_the_owner_and_bypasses_nothing() {
        var roles =
                db.sql(
                                "select rolname from pg_roles where rolname like 'preau\\_%' and rolname <> 'preau_owner' and (rolsuper or rolbypassrls or rolcreaterole)")
                        .query(String.class)
                        .list();
        assertThat(roles).isEmpty();
        assertThat(db.sql("select current_user").query(String.class).single())
                .isEqualTo("preau_app");
    }

    @Test
    void without_a_reach_there_are_no_rows() {
        for (var table : walled()) {
            if (table.equals("door_failure")) continue;
            assertThat(readable(table)).as(table).isZero();
        }
    }

    private List<String> walled() {
        return db.sql(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity")
                .query(String.class)
                .list();
    }

    private long readable(String table) {
        try {
            return db.sql("select count(*) from " + table).query(Long.class).single();
        } catch (DataAccessException forbidden) {
            return 0;
        }
    }

    private long school(String uai) {
        return db.sql("select id from structure where uai = :uai")
                .param("uai", uai)
                .query(Long.class)
                .single();
    }

    @Test
    void a_reach_shows_its_school_and_nothing_of_the_others() {
        var elementaire = school("0341315V");
        var maternelle = school("0340289E");
        var notes =
                walls.within(
                        new Reach(0, List.of(), List.of(elementaire)),
                        () ->
                                db.sql("select distinct school_id from note")
                                        .query(Long.class)
                                        .list());
        assertThat(notes).containsExactly(elementaire);
        walls.within(
                new Reach(0, List.of(), List.of(elementaire)),
                () -> {
                    assertThat(
                                    db.sql(
                                                    "select count(*) from enrolment where school_id = :other")
                                            .param("other", maternelle)
                                            .query(Long.class)
                                            .single())
                            .isZero();
                    assertThat(
                                    db.sql("update note set title = 'x' where school_id = :other")
                                            .param("other", maternelle)
                                            .update())
                            .isZero();
                    assertThat(
                                    db.sql(
                                                    "select count(*) from person p where exists (select 1 from enrolment e where e.pupil_id = p.id)")
                                            .query(Long.class)
                                            .single())
                            .isPositive();
                    return true;
                });
        assertThatThrownBy(() ->
                        walls.within(
                                new Reach(0, List.of(), List.of(elementaire)),
                                () ->
                                        db.sql(
                                                        """
                                                        insert into note_reminder (school_id, note_id, at, families) select :other, 1, now(), 1
                                                        """)
                                                .param("other", maternelle)
                                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_wide_reach_goes_through_the_tree() {
        var region =
                db.sql("select id from structure where kind = 'REGION'").query(Long.class).single();
        var academy =
                db.sql("select id from structure where kind = 'ACADEMY' and academy = '11'")
                        .query(Long.class)
                        .single();
        assertThat(schoolsSeenFrom(region))
                .contains(school("0341315V"), school("0340289E"))
                .hasSizeGreaterThan(schoolsSeenFrom(academy).size());
    }

    private List<Long> schoolsSeenFrom(long node) {
        return walls.within(
                new Reach(0, List.of(), List.of(node)),
                () -> db.sql("select distinct school_id from enrolment").query(Long.class).list());
    }

    private String role() {
        return db.sql("select current_user").query(String.class).single();
    }

    @Test
    void whoever_steps_through_a_wall_comes_back_by_the_same_way() {
        walls.as(
                Wall.DOOR,
                () -> {
                    walls.as(Wall.DOOR, () -> assertThat(role()).isEqualTo("preau_door"));
                    walls.as(
                            Wall.JOB,
                            () -> {
                                assertThat(role()).isEqualTo("preau_job");
                                walls.as(
                                        Wall.DOOR,
                                        () -> assertThat(role()).isEqualTo("preau_door"));
                                assertThat(role()).isEqualTo("preau_job");
                            });
                    assertThat(role()).isEqualTo("preau_door");
                });
    }

    @Test
    void whoever_falls_behind_a_wall_and_is_caught_stands_before_it_again() {
        walls.within(
                new Reach(0, List.of(), List.of()),
                () -> {
                    assertThatThrownBy(() ->
                                    walls.as(
                                            Wall.DIRECTORY,
                                            () -> {
                                                walls.as(Wall.JOB, this::role);
                                                throw new IllegalArgumentException("not found");
                                            }))
                            .isInstanceOf(IllegalArgumentException.class);
                    assertThat(role()).isEqualTo("preau_app");
                    assertThat(walls.as(Wall.DIRECTORY, this::role)).isEqualTo("preau_directory");
                    assertThat(role()).isEqualTo("preau_app");
                    return true;
                });
    }

    @Test
    void a_query_that_fails_behind_a_wall_says_why() {
        assertThatThrownBy(() ->
                        walls.as(
                                Wall.DOOR,
                                () ->
                                        walls.as(
                                                Wall.JOB,
                                                () ->
                                                        db.sql("select 1 / 0")
                                                                .query(Integer.class)
                                                                .single())))
                .hasRootCauseMessage("ERROR: division by zero");
    }

    @Test
    void a_transaction_inside_another_begins_outside_of_every_wall() {
        var another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        walls.as(
                Wall.DOOR,
                () -> {
                    another.executeWithoutResult(status -> {
                        assertThat(role()).isEqualTo("preau_app");
                        walls.as(Wall.DOOR, () -> assertThat(role()).isEqualTo("preau_door"));
                        assertThat(role()).isEqualTo("preau_app");
                    });
                    assertThat(role()).isEqualTo("preau_door");
                    walls.as(Wall.JOB, () -> assertThat(role()).isEqualTo("preau_job"));
                    assertThat(role()).isEqualTo("preau_door");
                });
    }

    @Test
    void the_application_reads_no_secret() {
        for (var secret :
                List.of(
                        "select password_hash from account",
                        "select totp_secret from account",
                        "select picture_hash from account",
                        "select * from session",
                        "select * from card",
                        "select * from door_secret",
                        "select ine from person",
                        "select mobile, street from person")) {
            assertThatThrownBy(() ->
                            walls.within(
                                    new Reach(1, List.of(), List.of()),
                                    () -> db.sql(secret).query().listOfRows()))
                    .as(secret)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void what_a_sending_asks_of_sessions_and_traces_is_about_the_account_that_acts() {
        var amina = account("amina.benali");
        var helene = account("helene.costa");
        var token = new byte[] {1, 2, 3};
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into session (token_hash, account_id, person_id, profile, device, created_at, seen_at, idle_until, ends_at, second_factor_at)
                                        select :token, a.id, p.person_id, 'GUARDIAN', 'PERSONAL', now(), now(), now() + interval '1 hour', now() + interval '1 hour', now()
                                          from account a join account_person p on p.account_id = a.id where a.id = :account limit 1
                                        """)
                                .param("token", token)
                                .param("account", amina)
                                .update());
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "insert into sending_trace (account_id, at, place_id, message_id, source, people, others, families) values (:account, now(), 1, 1, 's1', 7, 0, 7)")
                                .param("account", amina)
                                .update());
        assertThat(provedHere(amina, token)).containsExactly(true);
        assertThat(provedHere(helene, token)).as("of somebody else").isEmpty();
        assertThat(sentLately(amina)).isEqualTo(7);
        assertThat(sentLately(helene)).as("by somebody else").isZero();
    }

    private long account(String login) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql("select id from account where login = :login")
                                .param("login", login)
                                .query(Long.class)
                                .single());
    }

    private List<Boolean> provedHere(long account, byte[] token) {
        return walls.within(
                new Reach(account, List.of(), List.of()),
                () ->
                        db.sql("select proved from device_here(:token)")
                                .param("token", token)
                                .query(Boolean.class)
                                .list());
    }

    private long sentLately(long account) {
        return walls.within(
                new Reach(account, List.of(), List.of()),
                () ->
                        db.sql(
                                        "select people from sending_seen(null, 1, null, 0, now(), current_date)")
                                .query(Long.class)
                                .single());
    }

    @Test
    void connections_that_are_shared_leak_no_reach() throws Exception {
        var schools = List.of(school("0341315V"), school("0340289E"));
        var leaks = new AtomicInteger();
        var rounds = "full".equals(System.getProperty("preau.proof")) ? 20_000 : 400;
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < rounds; i++) {
                var own = schools.get(i % 2);
                people.submit(() -> {
                    var seen =
                            walls.within(
                                    new Reach(0, List.of(), List.of(own)),
                                    () ->
                                            db.sql("select distinct school_id from enrolment")
                                                    .query(Long.class)
                                                    .list());
                    if (!seen.equals(List.of(own))) leaks.incrementAndGet();
                });
            }
        }
        assertThat(leaks).hasValue(0);
        assertThat(db.sql("select count(*) from enrolment").query(Long.class).single())
                .as("outside of any reach")
                .isZero();
    }

    @Test
    void the_application_changes_no_author_no_recipient_and_no_right_to_sign() {
        var school = school("0341315V");
        for (var change :
                List.of(
                        "update note set author_id = author_id",
                        "update note set sent_at = sent_at",
                        "update note set school_id = school_id",
                        "update note_guardian set signs = true",
                        "update note_guardian set guardian_id = guardian_id",
                        "update notification set person_id = person_id")) {
            assertThatThrownBy(() ->
                            walls.within(
                                    new Reach(0, List.of(), List.of(school)),
                                    () -> db.sql(change).update()))
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void what_runs_as_the_owner_looks_in_temporary_tables_last() {
        assertThat(
                        db.sql(
                                        """
                                        select proname from pg_proc
                                         where prosecdef and pronamespace = 'public'::regnamespace
                                           and (not coalesce(array_to_string(proconfig, ' '), '') like '%pg_temp' or has_function_privilege('public', oid, 'execute'))
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
        assertThat(
                        db.sql(
                                        "select relname from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace and not coalesce(array_to_string(reloptions, ' '), '') like '%security_invoker=true%'")
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    @Test
    void an_error_of_the_database_quotes_no_row() {
        assertThatThrownBy(() ->
                        walls.as(
                                Wall.DIRECTORY,
                                () ->
                                        db.sql(
                                                        "insert into structure (kind, name) values ('HOUSE', 'Inès')")
                                                .update()))
                .message()
                .doesNotContain("Failing row");
    }
}
