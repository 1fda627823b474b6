package fr.preau.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What each profile sees of the year that is being prepared. */
class PreviewTest extends SummerOf2025 {
    @Test
    void each_profile_previews_what_concerns_it_and_only_when_it_is_shown() {
        open();
        var amina = visitors.as("amina.benali");
        var julien = visitors.as("julien.pradal");
        assertThat(amina.ask("/year/preview").status()).isEqualTo(404);
        assertThat(julien.ask("/year/preview").status()).isEqualTo(404);
        assertThat(marc.open("/year/preview").words()).contains("CE1-CE2").contains("Yanis Benali");

        show("STAFF");
        assertThat(amina.ask("/year/preview").status()).isEqualTo(404);
        assertThat(amina.open("/").words()).doesNotContain("2025");
        assertThat(julien.open("/").words()).contains("La rentrée 2025 se répète");
        assertThat(julien.open("/year/preview").words())
                .contains("CE1-CE2")
                .contains("votre classe")
                .contains("Yanis Benali")
                .doesNotContain("CM1-CM2 votre");

        show("FAMILIES");
        assertThat(amina.open("/").words()).contains("La rentrée 2025 se prépare");
        assertThat(amina.open("/year/preview").words())
                .contains(
                        "À la rentrée 2025, Yanis sera en CE1, classe CE1-CE2, avec Julien Pradal.")
                .contains("cela peut encore changer")
                .doesNotContain("Tom");
        assertThat(amina.open("/year/preview").page().select("main").text()).doesNotContain("Inès");
        var yanis = visitors.as("yanis.benali").open("/year/preview");
        assertThat(yanis.words()).contains("tu seras en CE1, classe CE1-CE2, avec Julien Pradal");
        assertThat(yanis.page().body().attr("data-say-page")).contains("tu seras en CE1");
        for (var login :
                List.of(
                        "claude.toulousain",
                        "nadia.ferrand",
                        "mireille.castan",
                        "patrick.mazel",
                        "remi.vernet"))
            assertThat(visitors.as(login).ask("/year/preview").status()).as(login).isEqualTo(404);

        show("NOBODY");
        assertThat(amina.ask("/year/preview").status()).isEqualTo(404);
    }
}
