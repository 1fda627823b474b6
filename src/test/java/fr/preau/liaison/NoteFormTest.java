package fr.preau.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteFormTest {
    private static final LocalDate TUESDAY = LocalDate.of(2024, 9, 10);

    private static NoteForm form(String title, String text, String deadline) {
        return new NoteForm(title, text, "OUTING", List.of("c1"), "ONE", "open", deadline);
    }

    @Test
    void a_whole_form_has_no_problem() {
        assertThat(form("Sortie", "Jeudi.", "2024-09-12").check(TUESDAY).any()).isFalse();
        assertThat(form("Sortie", "Jeudi.", "").check(TUESDAY).any()).isFalse();
    }

    @Test
    void an_empty_form_names_each_missing_thing() {
        var problems = new NoteForm(null, null, null, null, null, null, null).check(TUESDAY);
        assertThat(problems.all()).containsOnlyKeys("title", "text", "category", "rule");
    }

    @Test
    void words_have_a_length() {
        assertThat(form("é".repeat(120), "é".repeat(20_000), "").check(TUESDAY).any()).isFalse();
        assertThat(form("é".repeat(121), "t", "").check(TUESDAY).of("title"))
                .contains("121")
                .contains("120");
        assertThat(form("t", "é".repeat(20_001), "").check(TUESDAY).of("text"))
                .contains("20001")
                .contains("20\u00a0000");
    }

    @Test
    void a_deadline_that_is_no_date_or_has_passed_is_refused() {
        assertThat(form("t", "t", "2024-02-31").check(TUESDAY).of("deadline"))
                .contains("n’existe pas");
        assertThat(form("t", "t", "demain").check(TUESDAY).of("deadline")).contains("n’existe pas");
        assertThat(form("t", "t", "2024-09-09").check(TUESDAY).of("deadline")).contains("passée");
    }

    @Test
    void what_nobody_sees_is_left_out() {
        var form = form("A\u0000B\u0007", "un\r\ndeux\u0000", "");
        assertThat(form.title()).isEqualTo("AB");
        assertThat(form.text()).isEqualTo("un\ndeux");
    }
}
