package fr.preau.townstaff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.Walk;
import fr.preau.access.TestDoor;
import fr.preau.agreements.SignedAgreement;
import fr.preau.database.Reach;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town asks for an agent, the région accepts, the town confirms every year. */
@School
class TownStaffTest {
    private static final String LOGIN = "lea.monier";

    @Autowired Visitors visitors;
    @Autowired TestDoor door;
    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;
    @Autowired StaffRounds rounds;
    @Autowired StaffAccess access;
    @Autowired Colleagues colleagues;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    @BeforeEach
    void convention() throws SQLException {
        SignedAgreement.insert(pool, 2024, LocalDate.parse("2024-06-26"));
    }

    private void on(String day) {
        clock.setTo(
                LocalDate.parse(day).atTime(LocalTime.of(9, 0)).atZone(School.PARIS).toInstant());
        rounds.run();
    }

    private Visitor as(String login) {
        var visitor = visitors.stranger();
        visitor.cookie("preau", door.enter(login));
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

    private void run(String statement) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute(statement);
        }
    }

    private Visitor.Answer ask(Visitor who, String email, String until) {
        return typed(who, "Léa", "Monier", email, until).send();
    }

    private Visitor.Form typed(Visitor who, String first, String last, String email, String until) {
        var page = who.open("/town-staff/new");
        return who.form(page, "/town-staff")
                .fill("firstName", first)
                .fill("lastName", last)
                .fill("email", email)
                .fill("position", "Responsable périscolaire")
                .fill("schools", page.page().select("[name=schools]").first().val())
                .fill("reason", "Publier les menus")
                .fill("until", until);
    }

    private String path() throws SQLException {
        return "/town-staff/" + rows("select max(id) from town_staff").getFirst();
    }

    private Visitor.Answer decide(Visitor who, String decision, String word) throws SQLException {
        return who.form(who.open(path()), path() + "/decision")
                .fill("decision", decision)
                .fill("word", word)
                .send();
    }

    private void accepted() throws SQLException {
        ask(as("mireille.castan"), "lea.monier@cazouls.fr", "2025-09-01");
        decide(as("isabelle.roques"), "ACCEPT", "");
    }

    private List<String> role() throws SQLException {
        return rows(
                "select r.ends_on from role r join town_staff c on c.person_id = r.person_id where r.kind = 'TOWN_STAFF'");
    }

    private List<String> told(String login) throws SQLException {
        return rows(
                "select n.kind from notification n join account_person ap on ap.person_id = n.person_id join account a on a.id = ap.account_id and a.login = '%s' where n.kind like 'TOWN%%' order by n.id"
                        .formatted(login));
    }

    @Test
    void a_town_asks_the_region_accepts_and_the_agent_meets_no_pupil() throws SQLException {
        var mireille = as("mireille.castan");
        assertThat(ask(mireille, "Lea.Monier@cazouls.fr", "2025-09-01").words())
                .contains("La demande est envoyée à la région.")
                .contains("Une demande attend la région")
                .contains("Léa Monier");
        var isabelle = as("isabelle.roques");
        assertThat(isabelle.open("/").words()).contains("Une mairie demande un agent");
        assertThat(isabelle.open(path()).words())
                .contains("Publier les menus")
                .contains("lea.monier@cazouls.fr");
        assertThat(decide(isabelle, "ACCEPT", "Bienvenue").words()).contains("L’agent est accepté");
        assertThat(told("mireille.castan")).containsExactly("TOWN_STAFF_DECIDED");
        assertThat(role()).containsExactly("2025-09-01");
        assertThat(mireille.open(path()).words())
                .contains("Inviter par ProConnect")
                .contains("Bienvenue");
        assertThat(mireille.open("/town-invitations").words()).contains("Léa Monier");
        var lea = as(LOGIN);
        Walk.of(
                lea,
                60,
                page ->
                        // The door of the demo names its cast, and shows cards, to everybody.
                        assertThat(page.path().matches("/(sign-in|cards).*") ? "" : page.words())
                                .as(page.path())
                                .doesNotContain("Yanis", "Inès", "Benali", "CP A", "Coquelicots"));
        assertThat(lea.open("/people?q=yan").words()).doesNotContain("Yanis");
        for (var path :
                List.of(
                        "/liaison",
                        "/pupils",
                        "/classes",
                        "/quality",
                        "/town-staff",
                        "/continuity",
                        "/town-invitations"))
            assertThat(lea.ask(path).status()).as(path).isEqualTo(404);
        assertThat(
                        rows(
                                "select action || ' ' || subject from audit where action like 'Staff%' order by id"))
                .hasSize(2);
    }

    @Test
    void a_refusal_says_why_and_makes_nobody() throws SQLException {
        ask(as("gilles.marty"), "lea.monier@cazouls.fr", "2025-06-30");
        var odile = as("odile.fabre");
        assertThat(decide(odile, "REFUSE", "").words()).contains("Dites à la mairie pourquoi");
        assertThat(decide(odile, "REFUSE", "Fonction trop éloignée de l’école").words())
                .contains("La demande est refusée");
        assertThat(role()).isEmpty();
        assertThat(as("gilles.marty").open(path()).words())
                .contains("Fonction trop éloignée de l’école");
        assertThat(odile.post(path() + "/decision", Map.of("decision", "ACCEPT")).status())
                .isEqualTo(303);
        assertThat(rows("select state from town_staff")).containsExactly("REFUSED");
        assertThat(ask(as("mireille.castan"), "lea.monier@cazouls.fr", "2025-06-30").words())
                .as("it may be asked again")
                .contains("La demande est envoyée");
    }

    @Test
    void what_is_wrong_is_said_and_nothing_typed_is_lost() throws SQLException {
        var mireille = as("mireille.castan");
        var beyond = ask(mireille, "lea.monier@cazouls.fr", "2025-09-02");
        assertThat(beyond.status()).isEqualTo(422);
        assertThat(beyond.words()).contains("avant la fin de la convention");
        assertThat(beyond.page().select("[name=firstName]").val()).isEqualTo("Léa");
        assertThat(beyond.page().select("[name=schools][checked]")).hasSize(1);
        assertThat(ask(mireille, "lea", "").words())
                .contains("Écrivez une adresse")
                .contains("Donnez un jour");
        assertThat(
                        typed(mireille, "Mireille", "Castan", "m.castan@cazouls.fr", "2025-09-01")
                                .send()
                                .words())
                .contains("Personne ne demande pour soi");
        ask(mireille, "lea.monier@cazouls.fr", "2025-09-01");
        assertThat(ask(mireille, "LEA.MONIER@cazouls.fr", "2025-09-01").words())
                .contains("Une demande attend déjà");
        assertThat(rows("select count(*) from town_staff")).containsExactly("1");
    }

    @Test
    void without_a_convention_nobody_is_asked_for() {
        clock.setTo(LocalDate.parse("2025-09-02").atStartOfDay(School.PARIS).toInstant());
        assertThat(as("mireille.castan").open("/town-staff/new").words())
                .contains("Pas de convention en cours");
    }

    @Test
    void only_the_town_asks_and_only_for_its_own_schools() throws SQLException {
        var form =
                Map.of(
                        "firstName",
                        "Léa",
                        "lastName",
                        "Monier",
                        "email",
                        "lea.monier@cazouls.fr",
                        "position",
                        "Agent",
                        "reason",
                        "Menus",
                        "until",
                        "2025-09-01",
                        "schools",
                        rows("select id from structure where uai = '0341315V'").getFirst());
        var other = new java.util.HashMap<>(form);
        other.put(
                "schools",
                rows("select id from structure where kind = 'SCHOOL' and academy = '16' limit 1")
                        .getFirst());
        assertThat(as("mireille.castan").post("/town-staff", other).status()).isEqualTo(404);
        for (var login :
                List.of(
                        "bruno.astruc",
                        "isabelle.roques",
                        "marc.olivet",
                        "amina.benali",
                        "remi.vernet"))
            assertThat(as(login).post("/town-staff", form).status()).as(login).isEqualTo(404);
        assertThat(as("mireille.castan").post("/town-staff", form).status())
                .as("the premise")
                .isEqualTo(303);
    }

    @Test
    void nobody_else_decides_and_another_academy_sees_nothing() throws SQLException {
        ask(as("mireille.castan"), "lea.monier@cazouls.fr", "2025-09-01");
        var accept = Map.of("decision", "ACCEPT");
        for (var login :
                List.of(
                        "mireille.castan",
                        "bruno.astruc",
                        "patrick.mazel",
                        "denis.aubrac",
                        "marc.olivet",
                        "claude.toulousain"))
            assertThat(as(login).post(path() + "/decision", accept).status())
                    .as(login)
                    .isEqualTo(404);
        run(
                """
                update role set structure_id = (select id from structure where kind = 'ACADEMY' and academy = '16')
                 where kind = 'REGION_LEAD' and person_id = (select ap.person_id from account a join account_person ap on ap.account_id = a.id where a.login = 'isabelle.roques')
                """);
        var elsewhere = as("isabelle.roques");
        assertThat(elsewhere.open("/town-staff").words()).doesNotContain("Monier");
        assertThat(elsewhere.ask(path()).status()).isEqualTo(404);
        assertThat(elsewhere.post(path() + "/decision", accept).status()).isEqualTo(404);
        assertThat(rows("select state from town_staff")).containsExactly("ASKED");
    }

    @Test
    void the_town_withdraws_what_waits_and_ends_what_runs_at_once() throws SQLException {
        ask(as("mireille.castan"), "lea.monier@cazouls.fr", "2025-09-01");
        var mireille = as("mireille.castan");
        assertThat(mireille.form(mireille.open(path()), path() + "/end").send().words())
                .contains("La demande est retirée");
        accepted();
        var lea = as(LOGIN);
        assertThat(lea.ask("/").status()).isEqualTo(200);
        assertThat(mireille.form(mireille.open(path()), path() + "/end").send().words())
                .contains("Son accès est arrêté");
        assertThat(lea.ask("/").path() + lea.ask("/").status()).contains("303");
        assertThat(role()).containsExactly("2024-09-09");
        assertThat(as("bruno.astruc").post(path() + "/end", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void the_region_ends_it_too() throws SQLException {
        accepted();
        var isabelle = as("isabelle.roques");
        isabelle.form(isabelle.open(path()), path() + "/end").send();
        assertThat(rows("select end_cause from town_staff")).containsExactly("REGION");
    }

    @Test
    void from_1_september_the_town_confirms_and_the_next_convention_carries_on()
            throws SQLException {
        accepted();
        SignedAgreement.insert(pool, 2025, LocalDate.parse("2025-06-20"));
        on("2025-08-31");
        assertThat(told("mireille.castan")).containsExactly("TOWN_STAFF_DECIDED");
        on("2025-09-01");
        rounds.run();
        assertThat(told("mireille.castan"))
                .containsExactly("TOWN_STAFF_DECIDED", "TOWN_STAFF_CONFIRM");
        assertThat(role()).as("until it is answered").containsExactly("2025-10-01");
        on("2025-09-21");
        assertThat(told("mireille.castan")).endsWith("TOWN_STAFF_ENDING");
        var mireille = as("mireille.castan");
        var list = mireille.open("/town-staff");
        assertThat(list.words())
                .contains("Toujours en poste")
                .contains("mercredi 1er octobre 2025");
        var box = list.page().select("[name=still]").first().val();
        var kept = mireille.form(list, "/town-staff/confirmations").fill("still", box).send();
        assertThat(kept.words()).contains("C’est confirmé").doesNotContain("Toujours en poste");
        assertThat(role()).containsExactly("2026-09-01");
        on("2025-10-02");
        assertThat(rows("select state from town_staff")).containsExactly("ACCEPTED");
    }

    @Test
    void who_is_not_confirmed_is_out_after_thirty_days() throws SQLException {
        accepted();
        SignedAgreement.insert(pool, 2025, LocalDate.parse("2025-06-20"));
        on("2025-09-01");
        on("2025-10-01");
        assertThat(rows("select state from town_staff")).containsExactly("ACCEPTED");
        on("2025-10-02");
        assertThat(rows("select state || ' ' || end_cause from town_staff"))
                .containsExactly("ENDED UNCONFIRMED");
        assertThat(role()).containsExactly("2025-10-01");
        assertThat(as("mireille.castan").open(path()).words()).contains("faute de confirmation");
    }

    @Test
    void without_a_next_convention_it_ends_with_this_one() throws SQLException {
        accepted();
        on("2025-09-01");
        assertThat(told("mireille.castan")).contains("TOWN_STAFF_CONFIRM");
        on("2025-09-02");
        assertThat(rows("select end_cause from town_staff")).containsExactly("TIME");
    }

    @Test
    void where_pro_connect_is_known_no_code_is_made() throws SQLException {
        accepted();
        var mireille = as("mireille.castan");
        assertThat(mireille.open(path()).page().select("form[action$=/code]")).isEmpty();
        assertThat(mireille.post(path() + "/code", Map.of("_once", "abc")).status()).isEqualTo(404);
    }

    @Test
    void elsewhere_a_code_opens_the_account() throws SQLException {
        accepted();
        var person = Long.parseLong(rows("select person_id from town_staff").getFirst());
        var id = Long.parseLong(path().replaceAll(".*/", ""));
        var one = walls.as(Wall.JOB, () -> colleagues.find(id).orElseThrow());
        var holder = access.holder(person).orElseThrow();
        assertThat(holder.login()).isEqualTo(LOGIN);
        assertThat(holder.active()).isFalse();
        var town = new Actor(1, person, Profile.TOWN, List.of(), List.of(person));
        var key = access.code(town, one, holder, "form");
        assertThat(key.code()).isNotBlank();
        assertThat(key.until()).isAfter(clock.instant());
    }

    private static final String PERSON =
            "(select ap.person_id from account a join account_person ap on ap.account_id = a.id where a.login = '%s')";

    @Test
    void a_referent_of_another_town_is_mere_staff_here() throws SQLException {
        accepted();
        run("insert into structure (kind, name, insee) values ('TOWN', 'MARAUSSAN', '34148')");
        run(
                "update role set structure_id = (select id from structure where insee = '34148') where kind = 'TOWN_REFERENT' and person_id = "
                        + PERSON.formatted("mireille.castan"));
        run(
                "insert into role (person_id, structure_id, kind, source) select %s, id, 'TOWN_STAFF', 'LOCAL' from structure where insee = '34069'"
                        .formatted(PERSON.formatted("mireille.castan")));
        var mireille = as("mireille.castan");
        assertThat(mireille.ask("/town-staff").status()).as("her own town's").isEqualTo(200);
        assertThat(mireille.post(path() + "/end", Map.of()).status()).isEqualTo(404);
        assertThat(rows("select state from town_staff")).containsExactly("ACCEPTED");
        assertThat(as("gilles.marty").post(path() + "/end", Map.of()).status())
                .as("the premise")
                .isEqualTo(303);
    }

    @Test
    void who_decides_elsewhere_and_only_looks_here_decides_nothing() throws SQLException {
        ask(as("mireille.castan"), "lea.monier@cazouls.fr", "2025-09-01");
        run(
                "insert into role (person_id, structure_id, kind, source) select %s, region_id, 'ADVISER', 'LOCAL' from town_staff"
                        .formatted(PERSON.formatted("isabelle.roques")));
        run(
                "update role set structure_id = (select id from structure where kind = 'ACADEMY' and academy = '16') where kind = 'REGION_LEAD' and person_id = "
                        + PERSON.formatted("isabelle.roques"));
        var isabelle = as("isabelle.roques");
        assertThat(isabelle.open(path()).page().select("form[action$=/decision]")).isEmpty();
        assertThat(isabelle.post(path() + "/decision", Map.of("decision", "ACCEPT")).status())
                .isEqualTo(404);
        decide(as("odile.fabre"), "ACCEPT", "");
        assertThat(rows("select state from town_staff"))
                .as("the premise")
                .containsExactly("ACCEPTED");
        assertThat(isabelle.open(path()).page().select("form[action$=/end]")).isEmpty();
        assertThat(isabelle.post(path() + "/end", Map.of()).status()).isEqualTo(404);
        assertThat(rows("select state from town_staff")).containsExactly("ACCEPTED");
    }

    @Test
    void who_is_ended_while_they_are_confirmed_stays_out() throws SQLException {
        accepted();
        SignedAgreement.insert(pool, 2025, LocalDate.parse("2025-06-20"));
        on("2025-09-01");
        var mireille = as("mireille.castan");
        var list = mireille.open("/town-staff");
        var box = list.page().select("[name=still]").first().val();
        var form = mireille.form(list, "/town-staff/confirmations").fill("still", box);
        try (var ending = Superuser.connect(pool, "preau");
                var sql = ending.createStatement()) {
            ending.setAutoCommit(false);
            sql.execute(
                    "update town_staff set state = 'ENDED', ended_on = '2025-09-01', end_cause = 'REGION'");
            var sent = CompletableFuture.supplyAsync(form::send);
            while (rows("select 1 from pg_locks where not granted and locktype = 'transactionid'")
                            .isEmpty()
                    && !sent.isDone()) Thread.onSpinWait();
            ending.commit();
            assertThat(sent.join().words()).contains("Rien n’a changé");
        }
        assertThat(role()).as("not prolonged").containsExactly("2025-10-01");
        assertThat(rows("select 1 from audit where action = 'StaffConfirmed'")).isEmpty();
    }

    @Test
    void whoever_the_region_ends_is_not_let_in_again_by_an_invitation() throws SQLException {
        accepted();
        var mireille = as("mireille.castan");
        var invite = Map.of("email", "lea.monier@cazouls.fr", "person", "");
        assertThat(mireille.post("/town-invitations", invite).status()).isEqualTo(200);
        assertThat(as("isabelle.roques").post(path() + "/end", Map.of()).status()).isEqualTo(303);
        assertThat(
                        rows(
                                "select 1 from town_invitation where email like 'lea%' and withdrawn_at is null"))
                .isEmpty();
        assertThat(mireille.post("/town-invitations", invite).status()).isEqualTo(422);
    }

    @Test
    void what_cannot_be_seen_is_not_kept() throws SQLException {
        var mireille = as("mireille.castan");
        typed(mireille, "L\u0000é\u202ea", "Mon\nier", "lea.monier@cazouls.fr", "2025-09-01")
                .fill("reason", "Publier\u0007\r\nles menus")
                .send();
        assertThat(rows("select first_name || '|' || last_name || '|' || reason from town_staff"))
                .containsExactly("L é a|Mon ier|Publier \nles menus");
    }

    /** How many rows this reach changes. */
    private int changes(Reach reach) {
        return walls.within(reach, () -> db.sql("update town_staff set word = ''").update());
    }

    @Test
    void the_wall_lets_only_the_town_ask_and_those_concerned_decide() throws SQLException {
        ask(as("mireille.castan"), "lea.monier@cazouls.fr", "2025-09-01");
        var town = Long.parseLong(rows("select town_id from town_staff").getFirst());
        var region = Long.parseLong(rows("select region_id from town_staff").getFirst());
        var ours = new Reach(0, List.of(), List.of(), List.of(town));
        var above = new Reach(0, List.of(), List.of(region));
        assertThat(changes(ours)).isEqualTo(1);
        assertThat(changes(above)).isEqualTo(1);
        assertThat(changes(new Reach(0, List.of(), List.of(), List.of(town + 1)))).isZero();
        assertThat(changes(new Reach(0, List.of(), List.of(town)))).isZero();
        var again =
                """
                insert into town_staff (town_id, academy_id, region_id, state, first_name, last_name, email, position, schools, reason, until_on, follows, asked_by, asked_at)
                select town_id, academy_id, region_id, 'ASKED', first_name, last_name, 'x' || email, position, schools, reason, until_on, follows, asked_by, asked_at from town_staff
                """;
        assertThatThrownBy(() -> walls.within(above, () -> db.sql(again).update()))
                .isInstanceOf(DataAccessException.class);
        assertThat(walls.within(ours, () -> db.sql(again).update()).intValue()).isEqualTo(1);
    }
}
