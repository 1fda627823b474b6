package fr.preau.switches;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class SwitchesTest {
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    /** Presses « Ouvrir » or « Fermer » in a line of the table. */
    private Visitor.Answer press(
            String login, String service, String where, Profile whose, String word) {
        var visitor = visitors.as(login);
        var page = visitor.open("/switches/" + service);
        assertThat(page.status()).isEqualTo(200);
        for (var row : page.page().select("tbody tr")) {
            if (!row.select("th").text().equals(where)) continue;
            for (var form : row.select("form")) {
                if (!form.select("button").textNodes().getFirst().text().strip().equals(word)
                        || !form.select("[name=profile]").attr("value").equals(whose.name()))
                    continue;
                return visitor.form(page, "/switches/" + service)
                        .fill("school", form.select("[name=school]").attr("value"))
                        .fill("profile", whose.name())
                        .fill("schoolClass", form.select("[name=schoolClass]").attr("value"))
                        .fill("choice", form.select("[name=choice]").attr("value"))
                        .send();
            }
        }
        throw new AssertionError("no « " + word + " » for " + whose + " in " + where);
    }

    private int notes(String login, Profile... profile) {
        return visitors.as(login, profile).ask("/liaison").status();
    }

    @Test
    void a_class_closed_to_families_leaves_their_screens_and_comes_back() {
        var thomas = visitors.as("thomas.leroy");
        var home = thomas.open("/");
        assertThat(home.page().select("a[href^=/liaison]")).isNotEmpty();
        var note = thomas.open("/liaison").page().select("a[href~=/liaison/[0-9]+]").attr("href");
        assertThat(thomas.ask(note).status()).isEqualTo(200);

        var closed = press("marc.olivet", "liaison", "CM1-CM2", Profile.GUARDIAN, "Fermer");
        assertThat(closed.words()).contains("C’est fermé");
        for (var path : List.of("/liaison", note, "/liaison?show=to-sign", "/%6Ciaison"))
            assertThat(thomas.ask(path).status()).as(path).isEqualTo(404);
        home = thomas.open("/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.page().select("a[href^=/liaison], form[action^=/liaison]")).isEmpty();
        assertThat(thomas.open("/notifications").page().select("a[href^=/liaison]")).isEmpty();
        assertThat(notes("amina.benali")).as("of another class").isEqualTo(200);
        assertThat(notes("jade.leroy")).as("another profile").isEqualTo(200);

        press("marc.olivet", "liaison", "CM1-CM2", Profile.GUARDIAN, "Ouvrir");
        assertThat(thomas.ask(note).status()).isEqualTo(200);
    }

    @Test
    void a_parent_keeps_what_one_of_their_children_keeps() {
        press("marc.olivet", "liaison", "CP A", Profile.GUARDIAN, "Fermer");
        assertThat(notes("amina.benali")).as("Inès is elsewhere").isEqualTo(200);
        press("nadia.ferrand", "liaison", "Coquelicots", Profile.GUARDIAN, "Fermer");
        assertThat(notes("amina.benali")).isEqualTo(404);
        press("nadia.ferrand", "liaison", "Coquelicots", Profile.GUARDIAN, "Ouvrir");
        assertThat(notes("amina.benali")).isEqualTo(200);
    }

    @Test
    void a_closed_school_closes_each_class_and_opens_them_again_as_they_were() {
        press("marc.olivet", "liaison", "CM1-CM2", Profile.PUPIL, "Fermer");
        assertThat(notes("jade.leroy")).isEqualTo(404);
        assertThat(notes("yanis.benali")).isEqualTo(200);
        press("marc.olivet", "liaison", "Toute l’école", Profile.PUPIL, "Fermer");
        assertThat(notes("yanis.benali")).isEqualTo(404);
        assertThat(notes("ines.benali")).as("another school").isEqualTo(200);
        assertThat(visitors.as("marc.olivet").open("/switches/liaison").words())
                .contains("Fermé avec l’école");
        press("marc.olivet", "liaison", "Toute l’école", Profile.PUPIL, "Ouvrir");
        assertThat(notes("yanis.benali")).isEqualTo(200);
        assertThat(notes("jade.leroy")).isEqualTo(404);
    }

    @Test
    void children_of_maternelle_have_what_their_direction_has_opened() {
        assertThat(notes("ines.benali")).as("Coquelicots is open in the demo").isEqualTo(200);
        var child = pupilOf("Lucioles");
        assertThat(notes(child)).isEqualTo(404);
        assertThat(visitors.as(child).open("/").page().select("a[href^=/liaison]")).isEmpty();
        press("nadia.ferrand", "liaison", "Lucioles", Profile.PUPIL, "Ouvrir");
        assertThat(notes(child)).isEqualTo(200);
        press("nadia.ferrand", "liaison", "Coquelicots", Profile.PUPIL, "Fermer");
        assertThat(notes("ines.benali")).isEqualTo(404);
    }

    private String pupilOf(String label) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select a.login from school_class c
                                          join class_enrolment i on i.school_id = c.school_id and i.class_id = c.id
                                          join account_person ap on ap.person_id = i.pupil_id
                                          join account a on a.id = ap.account_id
                                         where c.label = :label order by a.login limit 1
                                        """)
                                .param("label", label)
                                .query(String.class)
                                .single());
    }

    @Test
    void what_is_closed_to_teachers_stays_with_the_direction() {
        assertThat(notes("helene.costa")).isEqualTo(200);
        press("marc.olivet", "liaison", "CP A", Profile.TEACHER, "Fermer");
        press("marc.olivet", "pupils", "Toute l’école", Profile.TEACHER, "Fermer");
        assertThat(notes("helene.costa")).isEqualTo(404);
        assertThat(visitors.as("helene.costa").ask("/pupils").status()).isEqualTo(404);
        assertThat(visitors.as("helene.costa").open("/").page().select("main a[href^=/pupils]"))
                .isEmpty();
        assertThat(notes("helene.costa", Profile.GUARDIAN)).as("as a mother").isEqualTo(200);
        assertThat(notes("julien.pradal")).as("of another class").isEqualTo(200);
        assertThat(visitors.as("julien.pradal").ask("/pupils").status()).isEqualTo(404);
        assertThat(notes("marc.olivet")).isEqualTo(200);
        assertThat(visitors.as("marc.olivet").ask("/pupils").status()).isEqualTo(200);
    }

    @Test
    void only_the_direction_of_the_school_decides() {
        var school =
                visitors.as("marc.olivet")
                        .open("/switches/liaison")
                        .page()
                        .select("[name=school]")
                        .first()
                        .attr("value");
        var fields = Map.of("school", school, "profile", "GUARDIAN", "choice", "CLOSED");
        for (var login :
                List.of(
                        "nadia.ferrand",
                        "helene.costa",
                        "amina.benali",
                        "odile.fabre",
                        "mireille.castan")) {
            assertThat(visitors.as(login).post("/switches/liaison", fields).status())
                    .as(login)
                    .isEqualTo(404);
            if (!login.startsWith("nadia"))
                assertThat(visitors.as(login).ask("/switches").status()).as(login).isEqualTo(404);
        }
        assertThat(notes("thomas.leroy")).isEqualTo(200);
        assertThat(visitors.as("marc.olivet").post("/switches/liaison", fields).status())
                .isEqualTo(303);
        assertThat(notes("thomas.leroy")).isEqualTo(404);
        for (var wrong :
                List.of(
                        Map.<String, String>of(),
                        Map.of("profile", "TOWN", "choice", "CLOSED"),
                        Map.of("profile", "GUARDIAN", "choice", "x"),
                        Map.of("profile", "GUARDIAN", "choice", "OPEN", "schoolClass", "1-2")))
            assertThat(visitors.as("marc.olivet").post("/switches/liaison", wrong).status())
                    .isEqualTo(404);
        assertThat(visitors.as("marc.olivet").ask("/switches/nothing").status()).isEqualTo(404);
    }

    @Test
    void each_decision_is_in_the_journal() {
        press("marc.olivet", "liaison", "CP A", Profile.GUARDIAN, "Fermer");
        press("marc.olivet", "liaison", "CP A", Profile.GUARDIAN, "Ouvrir");
        assertThat(visitors.as("marc.olivet").open("/journal").words())
                .contains("Service fermé", "Service ouvert", "liaison GUARDIAN class");
        assertThat(visitors.as("nadia.ferrand").open("/journal").words())
                .doesNotContain("Service fermé");
    }
}
