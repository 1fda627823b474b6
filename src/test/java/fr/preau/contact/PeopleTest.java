package fr.preau.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Reach;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looking for somebody finds those whom one may reach, and nobody else. */
@School
class PeopleTest {
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired HikariDataSource pool;
    @Autowired JdbcClient db;

    private static Visitor.Answer look(Visitor visitor, String asked) {
        return visitor.open("/people?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
    }

    private String found(String login, String asked) {
        return look(visitors.as(login), asked).page().select("#people").text();
    }

    @Test
    void a_guardian_finds_the_teacher_of_her_child_and_not_the_parent_of_another() {
        assertThat(found("amina.benali", "costa"))
                .contains("1 personne", "Hélène Costa", "Enseigne en CP A · classe de Yanis")
                .doesNotContain("Tom", "Responsable");
        assertThat(found("amina.benali", "benali"))
                .contains("Yanis Benali", "Élève · CP A", "Inès Benali", "Élève · Coquelicots")
                .doesNotContain("Karim");
        assertThat(found("amina.benali", "ferrand")).contains("Nadia Ferrand", "Direction");
        assertThat(found("amina.benali", "leroy")).contains("Personne ne porte ce nom ici");
    }

    @Test
    void a_pupil_finds_the_class_and_the_family() {
        assertThat(found("yanis.benali", "benali")).contains("Amina Benali", "Karim Benali");
        assertThat(found("yanis.benali", "costa")).contains("Hélène Costa").doesNotContain("Tom");
        assertThat(found("yanis.benali", "leroy")).doesNotContain("Jade");
    }

    @Test
    void a_teacher_finds_pupils_and_families_of_her_class_a_director_those_of_the_school() {
        assertThat(found("helene.costa", "benali"))
                .contains("Yanis Benali", "Amina Benali", "Responsable de Yanis · CP A", "Karim")
                .doesNotContain("Inès");
        assertThat(found("helene.costa", "leroy")).doesNotContain("Jade", "Thomas");
        assertThat(found("helene.costa", "pradal"))
                .contains("Julien Pradal", "Enseigne en CE1-CE2");
        assertThat(found("marc.olivet", "leroy")).contains("Jade Leroy", "Thomas Leroy");
        assertThat(found("marc.olivet", "barthes")).as("another school").doesNotContain("Lucie");
    }

    @Test
    void the_family_of_a_child_who_has_left_is_found_no_more() throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            assertThat(
                            sql.executeUpdate(
                                    "update person set departed_at = timestamptz '2024-09-09' where kind = 'PUPIL' and academy = '11' and first_name = 'Yanis' and plain(last_name) = 'benali'"))
                    .isOne();
        }
        assertThat(found("marc.olivet", "benali")).doesNotContain("Amina", "Karim", "Yanis");
        assertThat(found("helene.costa", "benali")).doesNotContain("Amina", "Karim", "Yanis");
        assertThat(found("nadia.ferrand", "benali")).contains("Amina Benali", "Inès Benali");
    }

    @Test
    void the_supervision_finds_staff_and_no_child_the_town_only_directions() {
        assertThat(found("patrick.mazel", "costa"))
                .contains("Hélène Costa", "Enseigne en CP A")
                .doesNotContain("Tom", "Responsable");
        assertThat(found("patrick.mazel", "yanis")).contains("Personne ne porte ce nom ici");
        assertThat(found("mireille.castan", "olivet")).contains("Marc Olivet", "Direction");
        assertThat(found("mireille.castan", "costa")).contains("Personne ne porte ce nom ici");
        assertThat(found("mireille.castan", "benali")).contains("Personne ne porte ce nom ici");
        assertThat(visitors.as("remi.vernet").open("/people?q=costa").status()).isEqualTo(404);
    }

    @Test
    void a_wide_perimeter_finds_the_same_as_a_small_one() {
        // The walk through names starts above a hundred schools: pretend that there are.
        people().change(
                        """
                        with more as (insert into structure (kind, name) select 'SCHOOL', 'Vide ' || n from generate_series(1, 120) n returning id)
                        insert into school_above (node_id, school_id)
                        select r.id, m.id from more m, structure r where r.kind in ('REGION', 'ACADEMY')
                        """);
        assertThat(found("isabelle.roques", "costa"))
                .contains("1 personne", "Hélène Costa", "Enseigne en CP A");
        assertThat(found("isabelle.roques", "toulousain")).contains("Claude Toulousain");
        assertThat(found("isabelle.roques", "yanis")).contains("Personne ne porte ce nom ici");
        assertThat(found("denis.aubrac", "costa")).contains("Hélène Costa");
        assertThat(found("denis.aubrac", "toulousain")).doesNotContain("Claude");
    }

    @Test
    void the_two_academies_never_meet() {
        assertThat(found("claude.toulousain", "costa")).doesNotContain("Hélène");
        assertThat(found("claude.toulousain", "benali")).doesNotContain("Yanis", "Amina");
        var ours = new TreeSet<String>();
        for (var letter : "abcdefghijklmnopqrstuvwxyz".split(""))
            ours.addAll(
                    look(visitors.as("claude.toulousain"), letter)
                            .page()
                            .select("#people li:not(:contains(Académie)) h3")
                            .eachText());
        assertThat(ours).as("the premise: there is somebody").isNotEmpty();
        var names =
                walls.within(
                        new Reach(0, List.of(), List.of(academy("16"))),
                        () ->
                                db.sql("select first_name || ' ' || last_name from person")
                                        .query(String.class)
                                        .list());
        assertThat(names).containsAll(ours);
    }

    @Test
    void words_come_in_any_order_without_accents_and_with_the_class() {
        for (var asked :
                List.of("helene costa", "COSTA hél", "cos hel", "Costa, Hélène", "cp costa"))
            assertThat(found("amina.benali", asked)).as(asked).contains("Hélène Costa");
        assertThat(found("helene.costa", "benali cp a")).contains("Yanis Benali");
        assertThat(found("amina.benali", "osta"))
                .as("not the middle of a word")
                .doesNotContain("Hélène");
    }

    @Test
    void hostile_words_find_nobody_and_break_nothing() {
        for (var asked :
                List.of(
                        "%",
                        "_",
                        "%%%",
                        "'",
                        "\"",
                        "\\",
                        "' or true --",
                        "%costa%",
                        "c_sta",
                        "\0",
                        "costa\0",
                        "()",
                        "<script>",
                        "🙂",
                        "a".repeat(7_000),
                        "é ".repeat(500))) {
            var answer = look(visitors.as("amina.benali"), asked);
            assertThat(answer.status()).as(asked).isIn(200, 400);
            assertThat(answer.body()).doesNotContain("<script>");
            assertThat(answer.page().select("#people h3").eachText()).as(asked).hasSizeLessThan(3);
        }
        assertThat(found("amina.benali", "%")).isEmpty();
        assertThat(found("amina.benali", "c_sta")).doesNotContain("Hélène");
        assertThat(look(visitors.as("amina.benali"), "costa").body()).contains("Hélène");
        assertThat(visitors.as("amina.benali").open("/people?q=c&after=nonsense").status())
                .isEqualTo(200);
    }

    @Test
    void a_long_list_goes_on_where_it_stopped() {
        var marc = visitors.as("marc.olivet");
        var seen = new java.util.ArrayList<String>();
        var path = "/people?q=c";
        var pages = 0;
        while (!path.isEmpty() && pages++ < 20) {
            var page = marc.open(path).page();
            seen.addAll(page.select("#people h3").eachText());
            path = page.select("#people .pagination a[href*=after]").attr("href");
        }
        assertThat(pages).isGreaterThan(1);
        assertThat(seen).hasSizeGreaterThan(20);
    }

    @Test
    void the_function_answers_only_for_oneself_whatever_is_asked() {
        var people = people();
        var amina = people.actor("GUARDIAN Amina Benali", Profile.GUARDIAN);
        var marc = people.id("STAFF Marc Olivet");
        assertThat(people.within(amina, () -> search(amina.person(), "GUARDIAN", "costa")))
                .hasSize(1);
        assertThat(people.within(amina, () -> search(marc, "TEACHER", "costa")))
                .as("as somebody else")
                .isEmpty();
        for (var hat : List.of("TEACHER", "DIRECTOR", "SUPERVISION", "TOWN"))
            assertThat(people.within(amina, () -> search(amina.person(), hat, "costa")))
                    .as("in a profile that is not hers")
                    .isEmpty();
        assertThatThrownBy(() ->
                        walls.as(
                                fr.preau.database.Wall.DOOR,
                                () -> search(marc, "TEACHER", "costa")))
                .isInstanceOf(DataAccessException.class);
        assertThat(search(amina.person(), "GUARDIAN", "costa"))
                .as("outside of any reach")
                .isEmpty();
    }

    private List<Long> search(long me, String hat, String asked) {
        return db.sql(
                        """
                        select person_id from people_found(:me, array[:hat], array['PUPIL', 'GUARDIAN', 'TEACHER', 'DIRECTOR', 'TOWN', 'SUPERVISION'],
                            date '2024-09-10', :asked, null, null, 50)
                        """)
                .param("me", me)
                .param("hat", hat)
                .param("asked", asked)
                .query(Long.class)
                .list();
    }

    private Somebodies people() {
        return new Somebodies(pool, walls);
    }

    private long academy(String code) {
        return db.sql("select id from structure where kind = 'ACADEMY' and academy = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }
}
