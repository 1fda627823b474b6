package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Unusable;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class HostileDoorTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired NoDemoInProduction noDemo;

    private Visitor.Answer signIn(Visitor visitor, String login) {
        return visitor.form(visitor.open("/sign-in"), "/sign-in")
                .fill("login", login)
                .fill("password", "preau-demo-2024")
                .send();
    }

    private void asDoor(String sql) {
        walls.as(Wall.DOOR, () -> db.sql(sql).update());
    }

    @Test
    void a_planted_cookie_breaks_no_page() {
        var stranger = visitors.stranger();
        stranger.cookie("flash", "%zz");
        assertThat(stranger.ask("/sign-in").status()).isEqualTo(200);
    }

    @Test
    void an_address_that_nobody_writes_is_told_so_and_leads_nowhere() {
        var answer = visitors.stranger().ask("/liaison;x=1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.words()).contains("La demande n’a pas été comprise");
        assertThat(visitors.stranger().ask("/error").location()).isEqualTo("/sign-in");
        assertThat(visitors.as("amina.benali").ask("/error").status()).isEqualTo(404);
    }

    @Test
    void the_card_of_a_closed_account_opens_nothing() {
        var card = "/cards/carte-de-ines-benali-demo";
        assertThat(visitors.stranger().ask(card).status()).isEqualTo(200);
        asDoor("update account set state = 'CLOSED' where login = 'ines.benali'");
        assertThat(visitors.stranger().ask(card).status()).isEqualTo(404);
    }

    @Test
    void a_secret_shown_in_an_earlier_session_enrols_nobody_later() {
        asDoor("update account set totp_secret = null where login = 'marc.olivet'");
        var shown = pending(visitors.stranger());
        assertThat(pending(visitors.stranger())).isNotEqualTo(shown);
    }

    private String pending(Visitor visitor) {
        assertThat(signIn(visitor, "marc.olivet").words()).contains("Code à 6 chiffres");
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql("select totp_pending from account where login = 'marc.olivet'")
                                .query(String.class)
                                .single());
    }

    @Test
    void a_proof_by_password_is_no_second_factor_for_rights_that_come_later() {
        var julien = visitors.as("julien.pradal");
        assertThat(julien.ask("/").status()).isEqualTo(200);
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        insert into role (person_id, kind, structure_id, source)
                                        select person_id, 'DIRECTOR', structure_id, 'LOCAL' from role
                                         where kind = 'TEACHER' and person_id = (select id from person where plain(last_name) = 'pradal')
                                        """)
                                .update());
        clock.moveBy(Duration.ofSeconds(4));
        assertThat(julien.ask("/").location()).isEqualTo("/second-factor");
    }

    @Test
    void the_demo_does_not_come_into_a_base_that_serves() {
        noDemo.afterPropertiesSet();
        asDoor("update account set demo = false");
        assertThatThrownBy(noDemo::afterPropertiesSet).isInstanceOf(Unusable.class);
    }

    @Test
    void a_refusal_writes_as_much_whoever_is_named() {
        var known = writes(() -> refused("amina.benali"));
        assertThat(writes(() -> refused("nobody.atall"))).isEqualTo(known);
        for (int i = 0; i < 5; i++) refused("amina.benali");
        clock.moveBy(Duration.ofSeconds(1));
        assertThat(writes(() -> refused("amina.benali"))).as("while it waits").isEqualTo(known);
    }

    private void refused(String login) {
        clock.moveBy(Duration.ofMillis(1));
        var stranger = visitors.stranger();
        var answer =
                stranger.form(stranger.open("/sign-in"), "/sign-in")
                        .fill("login", login)
                        .fill("password", "oops")
                        .send();
        assertThat(answer.status()).isEqualTo(422);
    }

    /** Transactions that wrote something, in the whole cluster. */
    private long writes(Runnable work) {
        School.AsLoaded.settled();
        var sql = "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint";
        var before = db.sql(sql).query(Long.class).single();
        work.run();
        return db.sql(sql).query(Long.class).single() - before;
    }
}
