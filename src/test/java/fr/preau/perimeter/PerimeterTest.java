package fr.preau.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Derivation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class PerimeterTest {
    private static final String MATERNELLE = "0340289E";
    private static final String ELEMENTAIRE = "0341315V";
    private static final String TILLEULS = "0319993U";

    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired Derivation derivation;
    @Autowired JdbcClient db;

    private List<String> schoolsOf(String login) {
        var page = visitors.as(login).ask("/perimeter");
        assertThat(page.status()).as(login).isEqualTo(200);
        return uais(page);
    }

    private static List<String> uais(Visitor.Answer page) {
        return Pattern.compile("\\b\\d{7}[A-Z]\\b")
                .matcher(page.page().select("#schools").text())
                .results()
                .map(found -> found.group())
                .toList();
    }

    private long school(String uai) {
        return db.sql("select id from structure where uai = :uai")
                .param("uai", uai)
                .query(Long.class)
                .single();
    }

    private long node(String kind, String academy) {
        return db.sql("select id from structure where kind = :kind and academy = :academy")
                .param("kind", kind)
                .param("academy", academy)
                .query(Long.class)
                .single();
    }

    @Test
    void each_of_the_cast_sees_exactly_the_schools_of_their_tree() {
        for (var login :
                List.of(
                        "patrick.mazel",
                        "samira.haddad",
                        "odile.fabre",
                        "denis.aubrac",
                        "anne.seguy",
                        "mireille.castan",
                        "gilles.marty",
                        "bruno.astruc"))
            assertThat(schoolsOf(login))
                    .as(login)
                    .containsExactlyInAnyOrder(MATERNELLE, ELEMENTAIRE);
        assertThat(schoolsOf("isabelle.roques"))
                .containsExactlyInAnyOrder(MATERNELLE, ELEMENTAIRE, TILLEULS);
    }

    @Test
    void support_schools_and_families_have_no_perimeter() {
        for (var login :
                List.of(
                        "remi.vernet",
                        "marc.olivet",
                        "helene.costa",
                        "amina.benali",
                        "yanis.benali"))
            for (var path : List.of("/perimeter", "/perimeter/" + school(ELEMENTAIRE)))
                assertThat(visitors.as(login).ask(path).status()).as(login + path).isEqualTo(404);
    }

    @Test
    void what_stands_beside_or_above_does_not_exist() {
        var odile = visitors.as("odile.fabre");
        assertThat(odile.ask("/perimeter/" + school(ELEMENTAIRE)).status()).isEqualTo(200);
        for (var place :
                List.of(
                        school(TILLEULS),
                        node("DEPARTMENT", "16"),
                        node("DISTRICT", "16"),
                        node("ACADEMY", "16"),
                        node("ACADEMY", "11")))
            assertThat(odile.ask("/perimeter/" + place).status()).isEqualTo(404);
        assertThat(visitors.as("mireille.castan").ask("/perimeter/" + school(TILLEULS)).status())
                .isEqualTo(404);
        assertThat(
                        visitors.as("mireille.castan")
                                .ask("/perimeter/" + node("DISTRICT", "11"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void the_region_goes_down_to_a_school_and_knows_the_way_back() {
        var isabelle = visitors.as("isabelle.roques");
        var region = isabelle.open("/perimeter");
        assertThat(region.words()).contains("Région académique", "3 écoles");
        var way = new ArrayList<String>();
        var page = region;
        for (var kind : List.of("ACADEMY", "DEPARTMENT", "DISTRICT")) {
            page = isabelle.open("/perimeter/" + node(kind, "11"));
            way.add(page.page().select("h1").text());
            assertThat(page.page().select(".way__step")).hasSize(way.size() + 1);
            assertThat(page.words()).contains("2 écoles");
        }
        var school = isabelle.open("/perimeter/" + school(ELEMENTAIRE));
        assertThat(school.page().select(".way__step a")).hasSize(4);
        assertThat(school.page().select(".way__step").eachText()).containsAll(way);
    }

    @Test
    void the_academie_reads_what_is_inside_a_school() {
        var school = visitors.as("patrick.mazel").open("/perimeter/" + school(ELEMENTAIRE));
        assertThat(school.words())
                .contains(ELEMENTAIRE, "3 rue des Écoles", "Béziers", "Marc Olivet", "CP A")
                .containsPattern("\\d+ élèves")
                .doesNotContain("Yanis");
    }

    @Test
    void the_town_hall_reads_how_to_reach_its_schools_and_no_pupil_not_even_a_number() {
        for (var login : List.of("mireille.castan", "gilles.marty", "bruno.astruc")) {
            var town = visitors.as(login);
            var school = town.open("/perimeter/" + school(ELEMENTAIRE));
            assertThat(school.words())
                    .contains(ELEMENTAIRE, "3 rue des Écoles", "Téléphone")
                    .doesNotContain("Marc Olivet", "CP A", "classe");
            for (var page : List.of(school, town.open("/perimeter")))
                assertThat(page.words().toLowerCase(java.util.Locale.FRENCH))
                        .doesNotContain("élève");
        }
    }

    @Test
    void a_school_is_found_by_its_name_its_commune_or_its_number_without_accents() {
        var isabelle = visitors.as("isabelle.roques");
        var region = "/perimeter?q=";
        assertThat(uais(isabelle.open(region + "st+exupery"))).containsExactly(ELEMENTAIRE);
        assertThat(uais(isabelle.open(region + "FONTBRUNE"))).containsExactly(TILLEULS);
        assertThat(uais(isabelle.open(region + "0340289e"))).containsExactly(MATERNELLE);
        assertThat(uais(isabelle.open(region + "cazouls-l%C3%A8s+kergomard")))
                .containsExactly(MATERNELLE);
        assertThat(isabelle.open(region + "%25").words()).contains("Aucune école trouvée");
        assertThat(uais(visitors.as("patrick.mazel").open(region + "tilleuls"))).isEmpty();
    }

    @Test
    void a_long_list_goes_page_by_page_and_forgets_no_school() {
        var district = node("DISTRICT", "11");
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    db.sql(
                                    """
                                    insert into structure (academy, join_key, kind, name, parent_id)
                                    select '11', 'long-' || n, 'SCHOOL', 'École des Platanes ' || (n % 7), :district from generate_series(1, 70) n
                                    """)
                            .param("district", district)
                            .update();
                    derivation.derive();
                });
        var patrick = visitors.as("patrick.mazel");
        var seen = new ArrayList<String>();
        var page = patrick.open("/perimeter");
        assertThat(page.words()).contains("72 écoles");
        for (int pages = 1; ; pages++) {
            seen.addAll(page.page().select("#schools .list-row__title a").eachAttr("href"));
            var next = page.page().select(".pagination a[href*=after]").attr("href");
            if (next.isEmpty()) {
                assertThat(pages).isEqualTo(3);
                break;
            }
            page = patrick.open(next);
        }
        assertThat(seen).hasSize(72).doesNotHaveDuplicates();
        assertThat(patrick.open("/perimeter?after=abc").words()).contains("72 écoles");
    }
}
