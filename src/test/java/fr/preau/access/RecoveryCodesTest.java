package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A lost phone locks nobody out, and paper opens no more than a phone does. */
@School
class RecoveryCodesTest {
    @Autowired Visitors visitors;

    private List<String> printed(Visitor marc) {
        var page = marc.form(marc.open("/security"), "/security/recovery-codes").send();
        return page.page().select(".code-list li").eachText();
    }

    private Visitor.Answer secondFactor(String code) {
        var marc = visitors.stranger();
        var asked =
                marc.form(marc.open("/"), "/sign-in")
                        .fill("login", "marc.olivet")
                        .fill("password", "preau-demo-2024")
                        .send();
        return marc.form(asked, "/second-factor").fill("code", code).send();
    }

    @Test
    void marc_enters_with_a_code_on_paper_once() {
        var marc = visitors.as("marc.olivet");
        var codes = printed(marc);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(secondFactor(codes.get(3).toLowerCase()).status()).isEqualTo(200);
        assertThat(secondFactor(codes.get(3)).status()).isEqualTo(422);
        assertThat(marc.open("/security").words()).contains("Il reste 9 codes de secours");
    }

    @Test
    void new_codes_end_those_before() {
        var marc = visitors.as("marc.olivet");
        var old = printed(marc);
        var next = printed(marc);
        assertThat(secondFactor(old.getFirst()).status()).isEqualTo(422);
        assertThat(secondFactor(next.getFirst()).status()).isEqualTo(200);
    }

    @Test
    void codes_on_paper_are_tried_no_oftener_than_those_of_a_phone() {
        var codes = printed(visitors.as("marc.olivet"));
        for (var n = 0; n < 5; n++) secondFactor("22222-2222" + (n + 2));
        assertThat(secondFactor(codes.getFirst()).words()).contains("Trop d’essais");
    }

    @Test
    void the_codes_of_another_open_nothing() {
        var codes = printed(visitors.as("nadia.ferrand"));
        assertThat(secondFactor(codes.getFirst()).status()).isEqualTo(422);
    }

    @Test
    void whoever_has_no_second_factor_has_nothing_to_recover() {
        var amina = visitors.as("amina.benali");
        assertThat(amina.open("/security").page().select("form[action*=recovery]")).isEmpty();
        assertThat(amina.post("/security/recovery-codes", java.util.Map.of("_once", "k")).status())
                .isEqualTo(404);
    }
}
