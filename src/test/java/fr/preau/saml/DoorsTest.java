package fr.preau.saml;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.saml.Desk.Leaver;
import fr.preau.saml.Forge.Manner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the other doors let in, as whom, and what is still due. */
@School
class DoorsTest {
    @Autowired IdentityProviders providers;
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;
    @Autowired Waiting waiting;

    private Desk desk;

    @BeforeEach
    void a_desk() {
        desk = new Desk(providers, visitors, walls, db, clock);
    }

    /** Through the doors that the demo plays: the sign-in page, the other site, and back. */
    private Visitor byDemo(String who, String door, String name) {
        var visitor = visitors.stranger();
        var link =
                visitor
                        .open("/sign-in?who=" + who + "&then=%2Fliaison")
                        .page()
                        .select("a.btn")
                        .stream()
                        .filter(a -> a.text().contains(door))
                        .findFirst()
                        .orElseThrow()
                        .attr("href");
        var to = visitor.ask(link).location();
        assertThat(to).startsWith(visitors.address() + "/demo/desks/");
        var there = visitor.ask(to.substring(visitors.address().length()));
        assertThat(there.words()).contains("Démonstration");
        var form =
                there.page().select("form").stream()
                        .filter(f -> f.text().contains(name))
                        .findFirst()
                        .orElseThrow();
        // As another site posts it: nothing of ours but the answer.
        var back =
                visitor.ask(
                        "POST",
                        form.attr("action"),
                        "SAMLResponse="
                                + java.net.URLEncoder.encode(
                                        form.select("[name=SAMLResponse]").attr("value"),
                                        java.nio.charset.StandardCharsets.UTF_8));
        assertThat(back.location()).isEqualTo("/saml/arrival");
        return visitor;
    }

    @Test
    void amina_enters_by_educonnect_and_by_password_into_the_same_account() {
        var amina = byDemo("FAMILY", "EduConnect", "Amina Benali");
        assertThat(amina.ask("/saml/arrival").location()).isEqualTo("/liaison");
        assertThat(desk.inside(amina)).isEqualTo("amina.benali");
        var byPassword = visitors.stranger();
        byPassword
                .form(byPassword.open("/sign-in"), "/sign-in")
                .fill("login", "amina.benali")
                .fill("password", "preau-demo-2024")
                .send();
        assertThat(desk.inside(byPassword)).isEqualTo("amina.benali");
        visitors.as("amina.benali");
        var left = amina.form(amina.open("/"), "/sign-out").send();
        var there = left.headers().firstValue("Refresh").orElse("").replaceFirst("0;url=", "");
        assertThat(there)
                .startsWith(visitors.address() + "/demo/desks/educonnect/sign-out?SAMLRequest=");
        var back = amina.ask(there.substring(visitors.address().length())).location();
        assertThat(back).startsWith(visitors.address() + "/saml/slo?SAMLResponse=");
        assertThat(amina.open(back.substring(visitors.address().length())).words())
                .as("signed out there too")
                .contains("Vous êtes sorti des deux côtés.");
    }

    @Test
    void marc_enters_by_the_desk_of_his_academie_and_still_owes_the_second_factor() {
        var marc = byDemo("SCHOOL", "guichet de l’académie de Montpellier", "Marc Olivet");
        assertThat(marc.ask("/saml/arrival").location()).isEqualTo("/liaison");
        assertThat(desk.inside(marc)).isEqualTo("marc.olivet");
        assertThat(marc.ask("/").location()).startsWith("/second-factor");
        var left = marc.form(marc.open("/second-factor"), "/sign-out").send();
        assertThat(left.headers().firstValue("Refresh").orElse(""))
                .as("this desk only leads back to itself")
                .endsWith("/demo/desks/agents-11/left");
        assertThat(visitors.stranger().ask("/demo/desks/agents-11/left").status()).isEqualTo(200);
    }

    @Test
    void the_doors_stand_where_their_people_look_for_them() {
        assertThat(visitors.stranger().open("/sign-in?who=FAMILY").words())
                .contains("Entrer avec EduConnect")
                .doesNotContain("guichet");
        assertThat(visitors.stranger().open("/sign-in?who=ACADEMY").words())
                .contains("le guichet de l’académie de Toulouse")
                .doesNotContain("EduConnect");
        assertThat(visitors.stranger().open("/sign-in?who=PUPIL").words())
                .doesNotContain("EduConnect")
                .doesNotContain("guichet");
    }

    private Visitor.Answer guardian(Leaver leaver, List<String> references, String... back) {
        var said = new TreeMap<String, List<String>>(Map.of("FrEduCtRefId", references));
        if (back.length > 0) said.put("FrEduUrlRetour", List.of(back));
        return leaver.bringsText(
                new Forge(
                                Forge.written(
                                        Desk.EDUCONNECT,
                                        desk.address("educonnect"),
                                        desk.entity(),
                                        leaver.request(),
                                        clock.instant(),
                                        said))
                        .signAssertion(Manner.usual(Desk.KEY))
                        .text());
    }

    private Visitor.Answer agent(Leaver leaver, Map<String, List<String>> said, String context) {
        return leaver.bringsText(
                new Forge(
                                Forge.written(
                                                Desk.AGENTS,
                                                desk.address("agents-11"),
                                                desk.entity(),
                                                leaver.request(),
                                                clock.instant(),
                                                new TreeMap<>(said))
                                        .replaceAll(
                                                "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
                                                context))
                        .signAssertion(Manner.usual(Desk.OTHER))
                        .text());
    }

    private static final String PASSWORD =
            "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

    @Test
    void one_person_twice_in_the_directory_says_which_account() {
        desk.open(Desk.KEY.certificate());
        var leaver = desk.leaves("educonnect");
        var both = List.of(desk.reference("Amina", "Benali"), desk.reference("Thomas", "Leroy"));
        assertThat(guardian(leaver, both).location()).isEqualTo("/saml/arrival");
        var page = leaver.visitor().open("/saml/arrival");
        assertThat(page.words()).contains("Amina Benali").contains("Thomas Leroy");
        assertThat(desk.inside(leaver.visitor())).as("not before the choice").isEqualTo("-");
        assertThat(page.body()).as("no account is told").doesNotContain("account");
        var place =
                page.page().select("button[name=choice]").stream()
                        .filter(button -> button.text().contains("Thomas"))
                        .findFirst()
                        .orElseThrow()
                        .val();
        var form = leaver.visitor().form(page, "/saml/arrival").without("choice");
        assertThat(form.add("choice", place).sendOnly().location()).isEqualTo("/liaison");
        assertThat(desk.inside(leaver.visitor())).isEqualTo("thomas.leroy");
    }

    @Test
    void a_choice_that_was_not_offered_and_a_choice_made_twice_lead_nowhere() {
        desk.open(Desk.KEY.certificate());
        var leaver = desk.leaves("educonnect");
        guardian(
                leaver,
                List.of(desk.reference("Amina", "Benali"), desk.reference("Thomas", "Leroy")));
        var page = leaver.visitor().open("/saml/arrival");
        var form = leaver.visitor().form(page, "/saml/arrival");
        assertThat(form.fill("choice", "2").sendOnly().location())
                .isEqualTo("/saml/arrival/refused");
        assertThat(form.fill("choice", "0").sendOnly().location())
                .as("once, right or wrong")
                .isEqualTo("/saml/arrival/refused");
        assertThat(desk.inside(leaver.visitor())).isEqualTo("-");
    }

    @Test
    void whom_the_directory_does_not_know_reads_what_to_do_and_nothing_else() {
        desk.open(Desk.KEY.certificate());
        var pupil =
                walls.as(
                        Wall.DIRECTORY,
                        () ->
                                db.sql(
                                                "select '{AAF}' || academy || '|1|' || join_key from person where kind = 'PUPIL' and academy = '11' limit 1")
                                        .query(String.class)
                                        .single());
        for (var references :
                List.of(
                        List.<String>of(),
                        List.of("{AAF}11|1|does-not-exist"),
                        List.of("{ECT}1234", "AAF11|1|2", "{AAF}11|1", "{AAF}11|1|2|3"),
                        List.of(desk.reference("Amina", "Benali").replace("{AAF}11", "{AAF}17")),
                        List.of(pupil))) {
            var leaver = desk.leaves("educonnect");
            var answer = guardian(leaver, references);
            assertThat(answer.location())
                    .as(references.toString())
                    .isEqualTo("/saml/arrival/unknown-family");
            assertThat(leaver.visitor().open(answer.location()).words())
                    .contains("Demandez à l’école");
            assertThat(desk.inside(leaver.visitor())).isEqualTo("-");
        }
    }

    @Test
    void sign_out_leads_to_the_providers_own_sites_only() {
        desk.open(Desk.KEY.certificate());
        visitors.as("amina.benali");
        var amina = List.of(desk.reference("Amina", "Benali"));
        for (var evil :
                new String[] {
                    "https://evil.example/out",
                    "http://educonnect.example/out",
                    "https://educonnect.example@evil.example/",
                    "https://educonnect.example.evil.example/",
                    "javascript:alert(1)",
                    "//evil.example",
                    "https://educonnect.example:8443/out"
                }) {
            var leaver = desk.leaves("educonnect");
            leaver.visitor().open(guardian(leaver, amina, evil).location());
            var left = leaver.visitor().form(leaver.visitor().open("/"), "/sign-out").sendOnly();
            assertThat(left.location()).as(evil).isEqualTo("/sign-in");
        }
        for (var theirs :
                new String[] {
                    "https://educonnect.example/Logout?x=1", "https://sortie.example/out"
                }) {
            var leaver = desk.leaves("educonnect");
            leaver.visitor().open(guardian(leaver, amina, theirs).location());
            var left = leaver.visitor().form(leaver.visitor().open("/"), "/sign-out").sendOnly();
            assertThat(left.headers().firstValue("Refresh")).contains("0;url=" + theirs);
        }
    }

    @Test
    void nothing_leads_elsewhere_afterwards() {
        desk.open(Desk.KEY.certificate());
        for (var evil :
                new String[] {"https://evil.example/", "//evil.example", "/%5Cevil.example"}) {
            var leaver = desk.leaves(visitors.stranger(), "educonnect", evil);
            var answer = guardian(leaver, List.of(desk.reference("Amina", "Benali")));
            assertThat(answer.location()).isEqualTo("/saml/arrival");
            assertThat(leaver.visitor().ask("/saml/arrival").location()).as(evil).isEqualTo("/");
        }
    }

    @Test
    void an_agent_is_found_by_the_address_of_their_own_academie_alone() {
        desk.open(Desk.KEY.certificate());
        for (var name : new String[] {"ctemail", "mail"}) {
            var leaver = desk.leaves("agents-11");
            assertThat(
                            agent(
                                            leaver,
                                            Map.of(
                                                    name,
                                                    List.of("Marc.OLIVET@ac-montpellier.example")),
                                            PASSWORD)
                                    .location())
                    .isEqualTo("/saml/arrival");
            leaver.visitor().ask("/saml/arrival");
            assertThat(desk.inside(leaver.visitor())).isEqualTo("marc.olivet");
            assertThat(leaver.visitor().ask("/").location()).startsWith("/second-factor");
        }
        var claude =
                walls.as(
                        Wall.DIRECTORY,
                        () ->
                                db.sql(
                                                "select email from person where academy = '16' and kind = 'STAFF' and email is not null order by id limit 1")
                                        .query(String.class)
                                        .single());
        for (var address : List.of(claude, "nobody@ac-montpellier.example", "")) {
            var leaver = desk.leaves("agents-11");
            assertThat(agent(leaver, Map.of("mail", List.of(address)), PASSWORD).location())
                    .as(address)
                    .isEqualTo("/saml/arrival/unknown-agent");
        }
    }

    @Test
    void two_agents_with_one_address_are_both_refused_and_the_journal_says_so() {
        desk.open(Desk.KEY.certificate());
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "update person set email = 'marc.olivet@ac-montpellier.example' where kind = 'STAFF' and first_name = 'Nadia'")
                                .update());
        var leaver = desk.leaves("agents-11");
        var answer =
                agent(
                        leaver,
                        Map.of(
                                "mail",
                                List.of("marc.olivet@ac-montpellier.example"),
                                "FrEduFonctAdm",
                                List.of("DIR"),
                                "FrEduRneResp",
                                List.of("0341315V$UAJ$PU$N$T3$ECOLE$300")),
                        PASSWORD);
        assertThat(answer.location()).isEqualTo("/saml/arrival/unknown-agent");
        var said =
                walls.as(
                        Wall.JOB,
                        () ->
                                db.sql("select subject from audit where action = 'StrangerArrived'")
                                        .query(String.class)
                                        .list());
        assertThat(said).containsExactly("door agents-11 DIR 0341315V twice");
    }

    @Test
    void a_second_factor_given_there_counts_when_it_was_agreed_and_is_made_here_all_the_same() {
        desk.open(Desk.KEY.certificate());
        visitors.as("marc.olivet");
        var strong = desk.leaves("agents-11");
        agent(
                strong,
                Map.of("mail", List.of("marc.olivet@ac-montpellier.example")),
                "urn:example:otp");
        strong.visitor().ask("/saml/arrival");
        assertThat(strong.visitor().ask("/").status()).isEqualTo(200);
        var other = desk.leaves("agents-11");
        agent(
                other,
                Map.of("mail", List.of("marc.olivet@ac-montpellier.example")),
                "urn:example:otp2");
        other.visitor().ask("/saml/arrival");
        assertThat(other.visitor().ask("/").location()).startsWith("/second-factor");
    }

    @Test
    void what_waits_is_swept_once_it_is_over() {
        desk.open(Desk.KEY.certificate());
        var leaver = desk.leaves("educonnect");
        guardian(leaver, List.of(desk.reference("Amina", "Benali")));
        desk.leaves("educonnect");
        assertThat(rows()).isEqualTo(3);
        waiting.run();
        assertThat(rows()).as("not before").isEqualTo(3);
        clock.moveBy(Duration.ofHours(1));
        waiting.run();
        assertThat(rows()).isZero();
    }

    private long rows() {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select (select count(*) from saml_request) + (select count(*) from saml_assertion) + (select count(*) from saml_arrival)")
                                .query(Long.class)
                                .single());
    }
}
