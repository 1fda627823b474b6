package fr.preau.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.agreements.SignedAgreement;
import fr.preau.continuity.ContinuityWarned;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.messages.Post;
import fr.preau.vigilance.MessageWithdrawn;
import fr.preau.web.Fact;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A school whose evening begins at half past six: whoever tells something, it waits from then on.
 */
@School
class OwnHoursTest {
    @Autowired Visitors visitors;
    @Autowired TestDoor door;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired HikariDataSource pool;
    @Autowired ApplicationEventPublisher facts;
    @Autowired School.SettableClock clock;

    @BeforeEach
    void the_school_chooses_and_it_is_seven_in_the_evening() {
        var marc = visitors.as("marc.olivet");
        marc.form(marc.open("/quiet"), "/quiet")
                .fill("eveningFrom", "18:30")
                .fill("eveningUntil", "08:00")
                .send();
        clock.setTo(LocalDateTime.of(2024, 9, 10, 19, 0).atZone(School.PARIS).toInstant());
    }

    private Visitor anew(String login) {
        var visitor = visitors.stranger();
        visitor.cookie("preau", door.enter(login));
        return visitor;
    }

    private long number(String sql) {
        return walls.as(Wall.JOB, () -> db.sql(sql).query(Long.class).single());
    }

    private long school() {
        return number("select id from structure where uai = '0341315V'");
    }

    private void publish(Fact fact) {
        walls.as(Wall.JOB, () -> facts.publishEvent(fact));
    }

    /** Each moment at which something of this kind is told, on the clock of the school. */
    private List<String> told(String kind) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select distinct to_char(deliver_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') from notification where kind = :kind")
                                .param("kind", kind)
                                .query(String.class)
                                .list());
    }

    @Test
    void a_note_of_a_family_waits_for_the_morning_of_the_school() {
        var amina = anew("amina.benali");
        var yanis =
                number(
                        "select id from person where first_name = 'Yanis' and last_name = 'Benali' and kind = 'PUPIL'");
        var page = amina.open("/liaison/family-notes/new?child=" + yanis);
        amina.form(page, "/liaison/family-notes")
                .fill("kind", "QUESTION")
                .fill("text", "Demain, un tablier ?")
                .send();
        assertThat(told("FAMILY_NOTE")).containsExactly("2024-09-11 08:00");
    }

    @Test
    void so_does_what_a_second_person_has_decided() {
        var sent = Post.send(anew("helene.costa"), "Familles de CP A", "La sortie");
        publish(
                new MessageWithdrawn(
                        school(), Long.parseLong(sent.path().replaceAll("\\D", "")), 1L, 1L));
        assertThat(told("MESSAGE_WITHDRAWN")).containsExactly("2024-09-11 08:00");
    }

    @Test
    void so_does_what_is_said_of_its_convention() throws SQLException {
        var agreement = SignedAgreement.insert(pool, 2024, LocalDate.parse("2024-06-26"));
        publish(new ContinuityWarned(school(), agreement, "MAY", LocalDate.parse("2025-09-01")));
        assertThat(told("CONTINUITY_WARNED")).containsExactly("2024-09-11 08:00");
    }
}
