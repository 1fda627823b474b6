package fr.preau.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.departures.Leaves;
import fr.preau.web.Profile;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to somebody: page by page, by service and by child, put aside and taken back. */
@School
class FeedTest {
    @Autowired Visitors visitors;
    @Autowired TestDoor door;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired ApplicationContext context;
    @Autowired School.SettableClock clock;

    @BeforeEach
    void begin() {
        walls.as(Wall.JOB, () -> db.sql("delete from notification").update());
    }

    /** As many things as asked told to this person, an hour apart, the latest at the given time. */
    private void tell(String login, String kind, String child, int many, String latest) {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        insert into notification (school_id, person_id, kind, subject_id, pupil_id, fact, at, deliver_at)
                                        select f.school_id, ap.person_id, :kind, i, (select p.id from person p join enrolment e on e.pupil_id = p.id
                                                where p.first_name = :child and e.school_id = f.school_id order by p.id limit 1),
                                               :kind || :child || i, t.at, t.at
                                          from account a join account_person ap on ap.account_id = a.id
                                          join lateral (select school_id from affiliation f where f.person_id = ap.person_id and f.profile in ('GUARDIAN', 'PUPIL') and (:child = '' or exists (
                                                select 1 from enrolment e join person p on p.id = e.pupil_id where e.school_id = f.school_id and p.first_name = :child)) limit 1) f on true
                                         cross join generate_series(1, :many) i
                                         cross join lateral (select :latest::timestamptz - (:many - i) * interval '1 hour' as at) t
                                         where a.login = :login
                                        """)
                                .param("login", login)
                                .param("kind", kind)
                                .param("child", child)
                                .param("many", many)
                                .param("latest", latest)
                                .update());
    }

    private Visitor amina() {
        return visitors.as("amina.benali");
    }

    private static Element lineWith(Visitor.Answer feed, String words) {
        return feed.page().select("main .list-row").stream()
                .filter(row -> row.text().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static int lines(Visitor.Answer feed) {
        return feed.page().select("main .list-row").size();
    }

    private static String bell(Visitor.Answer page) {
        return page.page().select("[data-bell]").attr("data-bell");
    }

    @Test
    void a_child_is_told_of_their_account_in_their_own_words() {
        tell("tom.costa", "NEW_DEVICE", "", 1, "2024-09-09 15:00+02");
        at("2024-09-10T09:00");
        var row = tom().open("/notifications").page().select("main .list-row");
        assertThat(row.text())
                .contains("Ton compte", "Ce n’est pas toi ?")
                .doesNotContain("Votre", "vous");
        assertThat(row.select("a")).isEmpty();
    }

    @Test
    void it_goes_back_page_by_page_and_each_line_stands_once() {
        tell("amina.benali", "CORRECTION", "Yanis", 70, "2024-09-10 08:00+02");
        var path = "/notifications";
        var seen = 0;
        for (var pages = 0; pages < 3; pages++) {
            var page = amina().open(path);
            seen += lines(page);
            path = page.page().select("nav.pagination a[href*=before]").attr("href");
        }
        assertThat(seen).isEqualTo(70);
        assertThat(path).as("the end").isEmpty();
        assertThat(amina().open("/notifications").page().select("main section h2").eachText())
                .startsWith("Aujourd’hui", "Hier");
    }

    @Test
    void families_that_answer_together_stand_on_one_page_only() {
        tell("amina.benali", "CORRECTION", "Yanis", 40, "2024-09-10 08:00+02");
        new Leaves(context)
                .change(
                        "update notification set kind = 'REPLY', subject_id = 1 where subject_id in (2, 39)");
        var first = amina().open("/notifications");
        var second =
                amina().open(first.page().select("nav.pagination a[href*=before]").attr("href"));
        assertThat(lines(first) + lines(second)).isEqualTo(39);
        assertThat(first.words()).contains("répondu");
        assertThat(second.words()).doesNotContain("répondu");
    }

    @Test
    void it_is_filtered_by_service_and_by_child_and_remembers_both() {
        tell("amina.benali", "NOTE", "Yanis", 1, "2024-09-10 08:00+02");
        tell("amina.benali", "NOTE", "Inès", 1, "2024-09-10 07:50+02");
        tell("amina.benali", "MESSAGE", "Yanis", 1, "2024-09-10 07:40+02");
        tell("amina.benali", "PASSWORD_CHANGED", "", 1, "2024-09-10 07:30+02");
        assertThat(lines(amina().open("/notifications"))).isEqualTo(4);
        var notes = amina().open("/notifications?service=liaison");
        assertThat(lines(notes)).isEqualTo(2);
        var hers =
                notes.page().select(".filters a").stream()
                        .filter(chip -> chip.text().equals("Inès"))
                        .findFirst()
                        .orElseThrow()
                        .attr("href");
        assertThat(hers).contains("service=liaison");
        assertThat(lines(amina().open(hers))).isEqualTo(1);
        assertThat(lines(amina().open("/notifications?service=account"))).isEqualTo(1);
        var none = amina().open(hers.replace("liaison", "messages"));
        assertThat(none.words()).contains("Rien avec ces choix");
        assertThat(lines(amina().open("/notifications?service=nonsense&before=nonsense")))
                .isEqualTo(4);
        assertThat(amina().open("/notifications?child=nonsense").status()).isEqualTo(200);
    }

    @Test
    void conventions_are_no_notes_and_only_those_who_may_have_some_are_offered_them() {
        tell("helene.costa", "NOTE", "", 1, "2024-09-10 08:00+02");
        for (var kind :
                List.of(
                        "AGREEMENT_SENT",
                        "DISPUTE_OPENED",
                        "TOWN_STAFF_CONFIRM",
                        "CONTINUITY_WARNED"))
            tell("helene.costa", kind, "", 1, "2024-09-10 07:00+02");
        var helene = visitors.as("helene.costa", Profile.TEACHER);
        assertThat(lines(helene.open("/notifications?service=liaison"))).isEqualTo(1);
        assertThat(lines(helene.open("/notifications?service=town"))).isEqualTo(4);
        assertThat(helene.open("/notifications").page().select(".filters").text())
                .contains("Conventions et mairie");
        assertThat(amina().open("/notifications").page().select(".filters").text())
                .doesNotContain("Conventions et mairie");
    }

    @Test
    void a_line_is_put_aside_taken_back_and_shown_again_later() {
        tell("amina.benali", "NOTE", "Yanis", 1, "2024-09-10 08:00+02");
        tell("amina.benali", "CORRECTION", "Yanis", 1, "2024-09-10 07:00+02");
        var feed = amina().open("/notifications?service=liaison");
        var hide = lineWith(feed, "Nouveau mot").select("form").attr("action");
        var hidden = amina().form(feed, hide).send();
        assertThat(hidden.path()).startsWith("/notifications?service=liaison");
        assertThat(hidden.words())
                .contains("Ligne masquée.", "corrigé")
                .doesNotContain("Nouveau mot");
        assertThat(bell(hidden)).as("it counts no more").isEqualTo("1");
        var undo = hide.replace("/hiding", "/showing");
        var back = amina().form(hidden, undo).send();
        assertThat(back.words()).contains("Nouveau mot");
        assertThat(bell(back)).as("as unread as before").isEqualTo("2");

        amina().form(amina().open("/notifications"), hide).send();
        var aside = amina().open("/notifications?show=hidden");
        assertThat(lines(aside)).isEqualTo(1);
        amina().form(aside, undo).send();
        assertThat(amina().open("/notifications").words()).contains("Nouveau mot");
        assertThat(amina().open("/notifications?show=hidden").words()).contains("Rien de masqué");
    }

    @Test
    void nobody_puts_aside_what_is_told_to_somebody_else() {
        tell("amina.benali", "NOTE", "Yanis", 1, "2024-09-10 08:00+02");
        var hide =
                lineWith(amina().open("/notifications"), "Nouveau mot")
                        .select("form")
                        .attr("action");
        assertThat(amina().post(hide, Map.of()).status()).isEqualTo(303);
        assertThat(visitors.as("thomas.leroy").post(hide, Map.of()).status()).isEqualTo(404);
        assertThat(
                        visitors.as("thomas.leroy")
                                .post(hide.replace("/hiding", "/showing"), Map.of())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void a_line_that_is_opened_is_read() {
        var page = visitors.as("helene.costa").open("/liaison/new");
        var to =
                page.page().select("label.choice").stream()
                        .filter(choice ->
                                choice.select(".choice__title").text().equals("Familles de CP A"))
                        .findFirst()
                        .orElseThrow()
                        .select("input")
                        .attr("value");
        var note =
                visitors.as("helene.costa")
                        .form(page, "/liaison")
                        .add("to", to)
                        .fill("title", "Sortie")
                        .fill("text", "Bonjour.")
                        .send();
        var feed = amina().open("/notifications");
        var opened = amina().open(lineWith(feed, "Sortie").select("h3 a").attr("href"));
        assertThat(opened.path()).isEqualTo(note.path());
        assertThat(amina().open("/notifications").page().select(".list-row--unread")).isEmpty();
    }

    @Test
    void a_message_is_reported_from_its_line() {
        var sent =
                fr.preau.messages.Post.send(
                        visitors.as("helene.costa"), "Familles de CP A", "Le cahier rouge");
        var line = lineWith(amina().open("/notifications"), "Le cahier rouge");
        var report = line.select("a[href$=/report]").attr("href");
        assertThat(report).isEqualTo(sent.path() + "/report");
        assertThat(amina().open(report).status()).isEqualTo(200);
        tell("amina.benali", "NOTE", "Yanis", 1, "2024-09-10 08:00+02");
        assertThat(
                        lineWith(amina().open("/notifications"), "Nouveau mot")
                                .select("a[href$=/report]"))
                .isEmpty();
    }

    @Test
    void a_pupil_has_news_at_school_and_nowhere_else() {
        tell("tom.costa", "MESSAGE_RETURNED", "", 1, "2024-09-09 15:00+02");
        at("2024-09-10T09:00");
        var atSchool = tom().open("/notifications");
        assertThat(lines(atSchool)).isEqualTo(1);
        assertThat(bell(atSchool)).isEqualTo("1");
        at("2024-09-10T17:00");
        var evening = tom().open("/notifications");
        assertThat(lines(evening)).isZero();
        assertThat(evening.words())
                .contains("Les nouvelles reviennent à l’école", "jeudi 12 septembre à 8 h 30");
        assertThat(bell(evening)).isEqualTo("0");
        at("2024-09-11T10:00");
        assertThat(lines(tom().open("/notifications"))).as("Wednesday").isZero();
        at("2024-09-12T10:00");
        assertThat(tom().open("/notifications").words()).contains("Ton message revient");
    }

    private Visitor tom() {
        var visitor = visitors.stranger();
        visitor.cookie("preau", door.enter("tom.costa"));
        return visitor;
    }

    private void at(String local) {
        clock.setTo(LocalDateTime.parse(local).atZone(School.PARIS).toInstant());
    }
}
