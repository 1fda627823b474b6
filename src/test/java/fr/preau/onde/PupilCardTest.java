package fr.preau.onde;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class PupilCardTest {
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private String card;
    private String ine;

    private String one(String sql) {
        return walls.as(Wall.DIRECTORY, () -> db.sql(sql).query(String.class).single());
    }

    @BeforeEach
    void yanis_is_in_cp_a() {
        var yanis =
                " from person where kind = 'PUPIL' and first_name = 'Yanis' and plain(last_name) = 'benali' and academy = '11'";
        card = "/onde/pupils/" + one("select id" + yanis);
        ine = one("select ine" + yanis);
        assertThat(ine).as("the premise").isNotBlank();
    }

    @Test
    void the_director_reads_what_onde_says_and_where_to_correct_it() {
        assertThat(visitors.as("marc.olivet").open(card).words())
                .contains(
                        "Ces informations viennent d’ONDE, par l’annuaire national : pour les changer, corrigez-les dans ONDE.")
                .contains(ine)
                .contains("Niveau CP")
                .contains("CP A")
                .contains("Amina Benali")
                .contains("mère · peut signer")
                .contains("Circonscription")
                .contains("Cazouls");
    }

    @Test
    void the_teacher_of_the_class_reads_it_without_the_national_number() {
        assertThat(visitors.as("helene.costa").open(card).words())
                .contains("Amina Benali")
                .doesNotContain(ine)
                .doesNotContain("INE");
    }

    @Test
    void nobody_else_finds_it() {
        for (var login :
                List.of(
                        "julien.pradal",
                        "nadia.ferrand",
                        "amina.benali",
                        "claude.toulousain",
                        "patrick.mazel",
                        "mireille.castan",
                        "yanis.benali"))
            assertThat(visitors.as(login).ask(card).status()).as(login).isEqualTo(404);
    }

    @Test
    void the_list_of_pupils_leads_to_it() {
        assertThat(
                        visitors.as("helene.costa")
                                .open("/pupils")
                                .page()
                                .select("a[href=" + card + "]"))
                .isNotEmpty();
    }
}
