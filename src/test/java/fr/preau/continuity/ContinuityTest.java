package fr.preau.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.agreements.SignedAgreement;
import fr.preau.database.Reach;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A convention ends: who is told what and when, what still works, and what opens it all again. */
@School
class ContinuityTest {
    private static final LocalDate SIGNED = LocalDate.parse("2024-06-26");

    @Autowired Visitors visitors;
    @Autowired TestDoor door;
    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;
    @Autowired ContinuityRounds rounds;
    @Autowired Standings standings;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired List<RequestMappingHandlerMapping> mappings;

    /** The day has come, the daily work has run. */
    private void on(String day) {
        clock.setTo(
                LocalDate.parse(day).atTime(LocalTime.of(9, 0)).atZone(School.PARIS).toInstant());
        standings.forget();
        rounds.run();
    }

    private Visitor as(String login, Profile... profile) {
        var visitor = visitors.stranger();
        visitor.cookie("preau", door.enter(login, profile));
        return visitor;
    }

    private List<String> rows(String query) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement();
                var rows = sql.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }

    private void run(String... statements) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            for (var one : statements) sql.execute(one);
        }
        standings.forget();
    }

    private String school(String uai) throws SQLException {
        return rows("select id from structure where uai = '" + uai + "'").getFirst();
    }

    private List<String> told(String login) throws SQLException {
        return rows(
                "select distinct n.kind from notification n join account_person ap on ap.person_id = n.person_id join account a on a.id = ap.account_id and a.login = '%s' where n.kind like 'CONTINUITY%%' order by 1"
                        .formatted(login));
    }

    private static Map<String, String> draft() {
        return Map.of("title", "Sortie", "body", "La sortie de jeudi est remise à plus tard.");
    }

    private static String paths(Visitor.Answer answer) {
        return answer.status() + " " + answer.path();
    }

    @Test
    void a_school_that_was_never_under_a_convention_is_left_alone() throws SQLException {
        SignedAgreement.clear(pool, 2000);
        on("2026-03-10");
        assertThat(rows("select count(*) from continuity_warning")).containsExactly("0");
        assertThat(as("marc.olivet").open("/").words()).doesNotContain("convention");
        assertThat(as("amina.benali").open("/continuity/here").words()).contains("Tout est ouvert");
        assertThat(as("isabelle.roques").open("/continuity").words())
                .contains("Aucune école sous convention");
    }

    @Test
    void directors_and_the_town_are_told_in_may_in_june_and_in_august() throws SQLException {
        SignedAgreement.insert(pool, 2024, SIGNED);
        on("2025-04-30");
        assertThat(told("marc.olivet")).isEmpty();
        assertThat(as("marc.olivet").open("/").words()).doesNotContain("convention");
        on("2025-05-01");
        assertThat(told("marc.olivet")).containsExactly("CONTINUITY_WARNED");
        assertThat(told("mireille.castan")).containsExactly("CONTINUITY_WARNED");
        assertThat(told("helene.costa")).isEmpty();
        assertThat(as("marc.olivet").open("/").words())
                .contains(
                        "la convention finit le lundi 1er septembre 2025 et la suivante n’est pas signée")
                .contains("lecture seule le mardi 2 septembre 2025");
        assertThat(as("mireille.castan").open("/").words())
                .contains("2 écoles n’ont pas de convention signée");
        assertThat(as("marc.olivet").open("/notifications").words())
                .contains("La convention de votre école finit");
        rounds.run();
        on("2025-06-15");
        on("2025-08-20");
        assertThat(
                        rows(
                                "select distinct step || ' ' || given_on from continuity_warning order by 1"))
                .containsExactly("AUGUST 2025-08-20", "JUNE 2025-06-15", "MAY 2025-05-01");
        assertThat(rows("select count(*) from audit where action = 'ContinuityWarned'"))
                .as("three for each of two schools, once")
                .containsExactly("6");
    }

    @Test
    void on_2_september_everything_is_read_and_nothing_is_written() throws SQLException {
        SignedAgreement.insert(pool, 2024, SIGNED);
        for (var day : List.of("2025-05-01", "2025-06-15", "2025-08-20", "2025-09-01")) on(day);
        assertThat(as("helene.costa", Profile.TEACHER).ask("/liaison/new").status())
                .as("the premise: on the last day she writes")
                .isEqualTo(200);
        on("2025-09-02");
        var helene = as("helene.costa", Profile.TEACHER);
        assertThat(helene.open("/liaison").words())
                .contains("plus rien ne s’envoie depuis le mardi 2 septembre 2025");
        assertThat(paths(helene.ask("/liaison/new"))).contains("303");
        var refused = helene.post("/liaison", draft());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("Ce n’est pas parti");
        assertThat(refused.page().select("textarea").text())
                .contains("La sortie de jeudi est remise à plus tard.");
        var amina = as("amina.benali");
        assertThat(amina.open("/").words()).contains("tout se lit encore");
        assertThat(amina.open("/continuity/here").words())
                .contains("vous ne pouvez plus signer")
                .contains("samedi 1er novembre 2025");
        for (var path : List.of("/liaison", "/messages", "/export", "/security", "/comfort"))
            assertThat(amina.ask(path).status()).as(path).isEqualTo(200);
        assertThat(amina.form(amina.open("/comfort"), "/comfort").fill("size", "l").send().status())
                .isEqualTo(200);
        assertThat(amina.post("/notifications/reading", Map.of()).status()).isEqualTo(303);
        var yanis = as("yanis.benali");
        assertThat(yanis.open("/").words()).contains("Tu peux tout relire");
        assertThat(yanis.open("/continuity/here").words()).contains("on ne peut plus en écrire");
        assertThat(told("marc.olivet")).contains("CONTINUITY_READING");
        assertThat(as("isabelle.roques").ask("/perimeter").status()).isEqualTo(200);
        assertThat(as("mireille.castan").open("/").words()).doesNotContain("tout se lit encore");
    }

    @Test
    void nobody_gets_round_the_gate_by_another_spelling() throws SQLException {
        SignedAgreement.insert(pool, 2024, SIGNED);
        on("2025-05-01");
        on("2025-09-02");
        var marc = as("marc.olivet");
        for (var path :
                List.of(
                        "/switches/liaison?school=" + school("0340289E"),
                        "/quiet",
                        "/contact/rules",
                        "/year",
                        "/messages",
                        "/onde",
                        "/classes"))
            assertThat(marc.post(path, Map.of()).status()).as(path).isEqualTo(409);
    }

    @Test
    void after_the_delay_only_ones_account_and_ones_data_are_left() throws SQLException {
        SignedAgreement.insert(pool, 2024, SIGNED);
        for (var day : List.of("2025-05-01", "2025-09-02", "2025-10-17", "2025-11-01")) on(day);
        assertThat(told("marc.olivet"))
                .contains("CONTINUITY_CLOSING", "CONTINUITY_CLOSED", "CONTINUITY_READING");
        for (var login : List.of("amina.benali", "marc.olivet", "jade.leroy")) {
            var visitor = as(login);
            for (var path : List.of("/", "/liaison", "/messages", "/notifications", "/calendar"))
                assertThat(visitor.ask(path).status()).as(login + path).isEqualTo(303);
            assertThat(visitor.open("/").words()).contains("fermé");
            assertThat(visitor.ask("/export").status()).isEqualTo(200);
            assertThat(visitor.ask("/export/archive").status()).isEqualTo(200);
            assertThat(visitor.ask("/comfort").status()).isEqualTo(200);
        }
        assertThat(as("amina.benali").post("/liaison/1/signature", Map.of()).status())
                .isEqualTo(409);
        assertThat(as("amina.benali").post("/sign-out", Map.of()).status()).isEqualTo(303);
        on("2026-06-01");
        assertThat(as("amina.benali").ask("/export/archive").status())
                .as("the data are there, and so they are given")
                .isEqualTo(200);
    }

    @Test
    void a_convention_that_is_signed_late_opens_everything_at_once() throws SQLException {
        SignedAgreement.insert(pool, 2024, SIGNED);
        on("2025-05-01");
        on("2025-09-20");
        assertThat(as("helene.costa", Profile.TEACHER).ask("/liaison/new").status()).isEqualTo(303);
        SignedAgreement.insert(pool, 2025, LocalDate.parse("2025-09-20"));
        standings.forget();
        assertThat(as("helene.costa", Profile.TEACHER).ask("/liaison/new").status()).isEqualTo(200);
        assertThat(as("marc.olivet").open("/").words()).doesNotContain("convention");
        on("2026-05-01");
        assertThat(as("marc.olivet").open("/").words())
                .contains("finit le mardi 1er septembre 2026");
    }

    @Test
    void a_school_that_the_next_convention_leaves_out_is_the_only_one_concerned()
            throws SQLException {
        SignedAgreement.insert(pool, 2024, SIGNED);
        var next = SignedAgreement.insert(pool, 2025, LocalDate.parse("2025-04-01"));
        run("delete from agreement_school where uai = '0340289E' and agreement_id = " + next);
        on("2025-05-01");
        on("2025-09-02");
        assertThat(told("nadia.ferrand")).contains("CONTINUITY_WARNED", "CONTINUITY_READING");
        assertThat(told("marc.olivet")).isEmpty();
        assertThat(as("lucie.barthes").post("/liaison", draft()).status()).isEqualTo(409);
        assertThat(as("julien.pradal").ask("/liaison/new").status()).isEqualTo(200);
        var amina = as("amina.benali");
        assertThat(amina.open("/").words())
                .as("one of her children's schools")
                .contains("Kergomard : tout se lit encore")
                .doesNotContain("Exupéry : tout se lit encore");
        assertThat(amina.ask("/messages/new").status()).isEqualTo(200);
    }

    @Test
    void somebody_with_two_schools_writes_only_for_the_one_that_is_open() throws SQLException {
        SignedAgreement.insert(pool, 2024, SIGNED);
        var next = SignedAgreement.insert(pool, 2025, LocalDate.parse("2025-04-01"));
        run(
                "delete from agreement_school where uai = '0340289E' and agreement_id = " + next,
                """
                insert into role (person_id, structure_id, kind, source)
                select ap.person_id, s.id, 'DIRECTOR', 'LOCAL' from account a join account_person ap on ap.account_id = a.id, structure s
                 where a.login = 'marc.olivet' and s.uai = '0340289E'
                """);
        on("2025-05-01");
        on("2025-09-02");
        var marc = as("marc.olivet");
        var count = "select count(*) from service_switch where school_id = " + school("0340289E");
        var before = rows(count);
        var form = Map.of("profile", "PUPIL", "choice", "CLOSED", "school", school("0341315V"));
        assertThat(marc.post("/switches/liaison", form).status()).isEqualTo(303);
        assertThat(
                        marc.post(
                                        "/switches/liaison",
                                        Map.of(
                                                "profile",
                                                "PUPIL",
                                                "choice",
                                                "CLOSED",
                                                "school",
                                                school("0340289E")))
                                .status())
                .isEqualTo(409);
        assertThat(rows(count)).isEqualTo(before);
        var coquelicots =
                rows("select c.id from school_class c join structure s on s.id = c.school_id and s.uai = '0340289E' where c.label = 'Coquelicots'")
                        .getFirst();
        assertThat(
                        marc.post(
                                        "/classes/" + coquelicots + "/name",
                                        Map.of("label", "Les Coquelicots"))
                                .status())
                .as("the address does not say which school: refused where it would be written")
                .isEqualTo(409);
        assertThat(rows("select label from school_class where id = " + coquelicots))
                .contains("Coquelicots");
    }

    @Test
    void a_convention_ended_at_short_notice_leaves_the_days_that_are_owed() throws SQLException {
        var convention = SignedAgreement.insert(pool, 2024, SIGNED);
        run(
                "update agreement set state = 'TERMINATED', terminated_on = '2025-01-15' where id = "
                        + convention);
        on("2025-01-13");
        assertThat(told("marc.olivet")).containsExactly("CONTINUITY_WARNED");
        on("2025-01-20");
        assertThat(as("julien.pradal").ask("/liaison/new").status()).isEqualTo(200);
        on("2025-01-28");
        assertThat(as("julien.pradal").ask("/liaison/new").status()).isEqualTo(303);
    }

    private Visitor.Answer prolong(Visitor who, String until, String reason, String scope)
            throws SQLException {
        var path = "/continuity/schools/" + school("0341315V");
        return who.form(who.open(path), path + "/graces")
                .fill("until", until)
                .fill("reason", reason)
                .fill("scope", scope)
                .send();
    }

    @Test
    void the_region_gives_more_time_and_takes_it_back() throws SQLException {
        SignedAgreement.insert(pool, 2024, SIGNED);
        for (var day : List.of("2025-05-01", "2025-09-02", "2025-10-17", "2025-11-01")) on(day);
        assertThat(as("julien.pradal").ask("/liaison").status()).isEqualTo(303);
        var isabelle = as("isabelle.roques");
        assertThat(isabelle.open("/continuity?phase=CLOSED").words()).contains("Exupéry");
        assertThat(isabelle.open("/continuity?phase=OPEN").words()).contains("Aucune école ici");
        assertThat(prolong(isabelle, "2025-10-31", "", "SCHOOL").words())
                .contains("Donnez aujourd’hui ou un jour plus tard")
                .contains("Dites pourquoi");
        var kept = prolong(isabelle, "2025-12-19", "La signature est promise", "SCHOOL");
        assertThat(kept.words())
                .contains("La lecture seule est prolongée")
                .contains("Lecture seule jusqu’au vendredi 19 décembre 2025, cette école")
                .contains("La signature est promise");
        assertThat(as("julien.pradal").ask("/liaison").status()).isEqualTo(200);
        assertThat(as("lucie.barthes").ask("/liaison").status())
                .as("the other school")
                .isEqualTo(303);
        assertThat(told("marc.olivet")).contains("CONTINUITY_PROLONGED");
        assertThat(told("nadia.ferrand")).doesNotContain("CONTINUITY_PROLONGED");
        isabelle.form(kept, kept.page().select("form[action$=undoing]").attr("action")).send();
        assertThat(as("julien.pradal").ask("/liaison").status()).isEqualTo(303);
        prolong(isabelle, "2025-12-19", "Pour toutes", "ALL");
        assertThat(as("lucie.barthes").ask("/liaison").status()).isEqualTo(200);
        assertThat(rows("select action from audit where action like 'Grace%' order by id"))
                .containsExactly("GraceGiven", "GraceTakenBack", "GraceGiven");
    }

    @Test
    void only_the_region_gives_time_and_only_those_concerned_look() throws SQLException {
        SignedAgreement.insert(pool, 2024, SIGNED);
        on("2025-05-01");
        var path = "/continuity/schools/" + school("0341315V");
        var form = Map.of("until", "2025-12-19", "reason", "Motif", "scope", "SCHOOL");
        assertThat(as("isabelle.roques").post(path + "/graces", form).status()).isEqualTo(303);
        for (var login : List.of("mireille.castan", "gilles.marty", "odile.fabre")) {
            assertThat(as(login).open(path).words()).as(login).contains("Fin annoncée");
            assertThat(as(login).open(path).page().select("form[action*=graces]")).isEmpty();
            assertThat(as(login).post(path + "/graces", form).status()).as(login).isEqualTo(404);
        }
        for (var login :
                List.of(
                        "marc.olivet",
                        "amina.benali",
                        "bruno.astruc",
                        "patrick.mazel",
                        "remi.vernet",
                        "denis.aubrac"))
            assertThat(as(login).ask(path).status()).as(login).isEqualTo(404);
    }

    @Test
    void another_town_sees_nothing_of_it() throws SQLException {
        SignedAgreement.insert(pool, 2024, SIGNED);
        run(
                """
                update role set structure_id = (select min(id) from structure where kind = 'TOWN' and insee <> '34069')
                 where kind = 'TOWN_REFERENT' and person_id = (select ap.person_id from account a join account_person ap on ap.account_id = a.id where a.login = 'mireille.castan')
                """);
        on("2025-05-01");
        var mireille = as("mireille.castan");
        assertThat(mireille.open("/continuity").words()).contains("Aucune école sous convention");
        assertThat(mireille.ask("/continuity/schools/" + school("0341315V")).status())
                .isEqualTo(404);
    }

    /** Gives time to all its schools, and takes it back, straight at the wall. */
    private int gives(Reach reach, long agreement, long person) {
        return walls.within(
                reach,
                () -> {
                    db.sql(
                                    "insert into continuity_grace (agreement_id, until_on, reason, by_person_id, given_at) values (:agreement, '2025-12-19', 'Motif', :person, now())")
                            .param("person", person)
                            .param("agreement", agreement)
                            .update();
                    return db.sql("update continuity_grace set undone_at = now()").update();
                });
    }

    @Test
    void the_wall_lets_only_the_region_give_time() throws SQLException {
        var person = Long.parseLong(rows("select min(id) from person").getFirst());
        var agreement = SignedAgreement.insert(pool, 2024, SIGNED);
        var region = new ArrayList<Long>();
        var others = new ArrayList<Long>();
        for (var one : rows("select region_id from agreement where id = " + agreement))
            region.add(Long.valueOf(one));
        for (var one : rows("select department_id from agreement where id = " + agreement))
            others.add(Long.valueOf(one));
        others.add(Long.valueOf(school("0341315V")));
        assertThat(gives(new Reach(0, List.of(), region), agreement, person)).isEqualTo(1);
        var towns = rows("select town_id from agreement where id = " + agreement);
        var town = new Reach(0, List.of(), List.of(), List.of(Long.valueOf(towns.getFirst())));
        for (var reach : List.of(new Reach(0, List.of(), others), town)) {
            assertThatThrownBy(() -> gives(reach, agreement, person))
                    .isInstanceOf(DataAccessException.class);
            assertThat(
                            walls.within(
                                            reach,
                                            () ->
                                                    db.sql(
                                                                    "update continuity_grace set undone_at = null")
                                                            .update())
                                    .intValue())
                    .isZero();
        }
    }

    /** A route that is renamed does not silently stop, or go on, with a convention. */
    @Test
    void every_route_that_goes_on_exists() {
        var routes =
                mappings.stream()
                        .flatMap(all -> all.getHandlerMethods().keySet().stream())
                        .flatMap(mapping -> mapping.getPatternValues().stream())
                        .toList();
        for (var paths : List.of(OpenPaths.ALWAYS, OpenPaths.WHILE_READING))
            for (var path : paths)
                assertThat(routes)
                        .as(path)
                        .anyMatch(route -> route.equals(path) || route.startsWith(path + "/"));
    }
}
