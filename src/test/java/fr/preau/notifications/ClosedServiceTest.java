package fr.preau.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.departures.Leaves;
import fr.preau.messages.MessageSent;
import fr.preau.messages.Post;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a school has closed to somebody is not written to them, nor are they called to it. */
@School
class ClosedServiceTest {
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired ApplicationEventPublisher facts;
    @Autowired ApplicationContext context;

    @BeforeEach
    void nothing_was_told() {
        forget();
    }

    private void forget() {
        walls.as(Wall.JOB, () -> db.sql("delete from notification").update());
    }

    /** The whole school, or one of its classes. */
    private void close(String service, String profile, String classLabel) {
        new Leaves(context)
                .change(
                        """
                        insert into service_switch (school_id, service, profile, class_id, open, since)
                        select s.id, '%s', '%s', (select c.id from school_class c where c.school_id = s.id and c.label = '%s'), false, now() from structure s where s.uai = '0341315V'
                        """
                                .formatted(service, profile, classLabel));
    }

    private long told(String kind) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql("select count(*) from notification where kind = :kind")
                                .param("kind", kind)
                                .query(Long.class)
                                .single());
    }

    private static String offered(Visitor author) {
        return author.open("/messages/new").page().select("label.choice").text();
    }

    @Test
    void families_to_whom_messages_are_closed_are_not_offered() {
        var helene = visitors.as("helene.costa");
        assertThat(offered(helene)).contains("Familles de CP A");
        close("messages", "GUARDIAN", "");
        assertThat(offered(helene)).doesNotContain("Familles");
        assertThat(helene.open("/messages/recipients?q=Amina%20Benali").words())
                .contains("Personne de ce nom");
        assertThat(offered(visitors.as("julien.pradal"))).doesNotContain("Familles");
    }

    @Test
    void one_class_closes_for_its_families_alone() {
        var marc = visitors.as("marc.olivet");
        var before = marc.open("/messages/new").page().select("label.choice").size();
        close("messages", "GUARDIAN", "CP A");
        assertThat(offered(visitors.as("helene.costa"))).doesNotContain("Familles de CP A");
        assertThat(offered(marc)).contains("Toutes les familles de l’école");
        assertThat(marc.open("/messages/new").page().select("label.choice").size())
                .isEqualTo(before - 1);
    }

    @Test
    void a_message_that_was_on_its_way_calls_nobody_to_a_closed_page() {
        var sent = Post.send(visitors.as("helene.costa"), "Familles de CP A", "La sortie");
        assertThat(told("MESSAGE")).isPositive();
        forget();
        close("messages", "GUARDIAN", "");
        walls.as(
                Wall.JOB,
                () -> {
                    var school =
                            db.sql("select id from structure where uai = '0341315V'")
                                    .query(Long.class)
                                    .single();
                    facts.publishEvent(
                            new MessageSent(
                                    school,
                                    Long.parseLong(sent.path().replaceAll("\\D", "")),
                                    1L,
                                    1L));
                });
        assertThat(told("MESSAGE")).isZero();
    }

    private void note(Visitor author) {
        var page = author.open("/liaison/new");
        author.form(page, "/liaison")
                .add("to", Post.valueOf(page, "Familles de CP A"))
                .fill("title", "Le musée")
                .fill("text", "Bonjour.")
                .send();
    }

    @Test
    void so_does_a_note_to_families_of_a_class_without_notes() {
        note(visitors.as("helene.costa"));
        assertThat(told("NOTE")).isPositive();
        forget();
        close("liaison", "GUARDIAN", "CP A");
        note(visitors.as("helene.costa"));
        assertThat(told("NOTE")).isZero();
    }
}
