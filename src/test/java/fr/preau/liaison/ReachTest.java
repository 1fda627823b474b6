package fr.preau.liaison;

import static fr.preau.liaison.Letters.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitors;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How each family of a note was reached. */
@School
class ReachTest {
    @Autowired Visitors visitors;
    @Autowired HikariDataSource pool;

    @Test
    void a_sentence_says_how_many_families_are_online_on_paper_or_not_reached()
            throws SQLException {
        nobody_comes_for_hugo();
        var helene = visitors.as("helene.costa");
        var note = send(helene, "Familles de CP A", "Photo de classe").path();
        assertThat(helene.open(note).words()).contains("23 en ligne, 1 pas jointe");
        var page = helene.open(note + "/reach");
        assertThat(page.words())
                .contains("Un responsable a ouvert le mot, ou est déjà entré")
                .contains("Aucune n’a encore ouvert le mot");

        var coupons = helene.open(note + "/coupons");
        var form = helene.form(coupons, note + "/coupons").fill("form", "FOUR");
        assertThat(form.sendOnly().status()).isEqualTo(200);
        visitors.as("amina.benali").open(note);
        var after = helene.open(note + "/reach");
        assertThat(after.words())
                .contains("23 en ligne, 1 sur papier")
                .contains("Une a ouvert le mot");
        assertThat(after.words())
                .containsPattern("Dans ces familles, \\d+ responsables ne viennent jamais");
        assertThat(helene.open(note).words()).contains("23 en ligne, 1 sur papier");
    }

    private void nobody_comes_for_hugo() throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute(
                    """
                    update account set first_sign_in_at = null where id in (
                        select ap.account_id from account_person ap join guardianship g on g.guardian_id = ap.person_id
                          join person k on k.id = g.pupil_id and k.first_name = 'Hugo' and k.last_name = 'Barral')
                    """);
        }
    }

    @Test
    void the_list_is_taken_away_as_a_table() {
        var helene = visitors.as("helene.costa");
        var note = send(helene, "Yanis Benali", "=Sortie").path();
        var table = helene.ask(note + "/reach.csv");
        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(table.body())
                .contains("Yanis Benali;CP A;En ligne;")
                .contains("Karim Benali (Jamais connecté)");
    }

    @Test
    void only_those_who_follow_the_note_read_it() {
        var note = send(visitors.as("helene.costa"), "Yanis Benali", "Sortie").path();
        for (var login :
                List.of("amina.benali", "julien.pradal", "nadia.ferrand", "claude.toulousain"))
            for (var page : List.of("/reach", "/reach.csv", "/coupons"))
                assertThat(visitors.as(login).ask(note + page).status()).as(login).isEqualTo(404);
        assertThat(visitors.as("julien.pradal").post(note + "/coupons", Map.of()).status())
                .isEqualTo(404);
    }
}
