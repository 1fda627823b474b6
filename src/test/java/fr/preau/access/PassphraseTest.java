package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Three words for children who read, from CE2 on. */
@School
class PassphraseTest {
    @Autowired Visitors visitors;
    @Autowired Passphrases passphrases;

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    @Test
    void the_list_gives_thirty_three_bits_and_every_word_is_told_from_the_others() {
        var words = passphrases.words();
        assertThat(words).hasSizeGreaterThanOrEqualTo(2048);
        assertThat(words.stream().map(PassphraseTest::plain))
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z]{4,8}"));
        var all = words.stream().map(PassphraseTest::plain).toList();
        assertThat(
                        all.stream()
                                .filter(word ->
                                        all.contains(word + "s") || all.contains(word + "x")))
                .as("a plural sounds the same")
                .isEmpty();
    }

    private String path(String teacher, String firstName) {
        return visitors.as(teacher)
                .open("/pupils")
                .page()
                .select(".list-row:contains(" + firstName + ") a[href$=passphrase]")
                .attr("href");
    }

    private Visitor.Answer enter(String login, String words) {
        var child = visitors.stranger();
        return child.form(child.open("/sign-in?who=PUPIL"), "/sign-in")
                .fill("login", login)
                .fill("password", words)
                .send();
    }

    @Test
    void jade_enters_with_her_three_words_however_she_types_them() {
        var marc = visitors.as("marc.olivet");
        var path = path("marc.olivet", "Jade");
        var page = marc.open(path);
        assertThat(page.page().select("input[name=words]")).hasSize(3);
        var words = page.page().select("input[name=words]").first().val();
        assertThat(words.split(" ")).hasSize(3);
        var ticket = marc.form(page, path).fill("words", words).send();
        assertThat(ticket.words()).contains(words).contains("jade.leroy");
        assertThat(marc.open(path).words()).as("shown once").doesNotContain(words);

        assertThat(enter("jade.leroy", "preau-demo-2024").status())
                .as("the password before has ended")
                .isEqualTo(422);
        assertThat(enter("jade.leroy", words).status()).isEqualTo(200);
        assertThat(
                        enter(
                                        "jade.leroy",
                                        plain(words).toUpperCase(Locale.ROOT).replace(" ", " - "))
                                .status())
                .isEqualTo(200);
        assertThat(enter("jade.leroy", words.split(" ")[0]).status()).isEqualTo(422);
    }

    @Test
    void guessing_words_waits_as_guessing_passwords_does() {
        var marc = visitors.as("marc.olivet");
        var path = path("marc.olivet", "Jade");
        var page = marc.open(path);
        var words = page.page().select("input[name=words]").first().val();
        marc.form(page, path).fill("words", words).send();
        assertThat(enter("jade.leroy", words).status()).isEqualTo(200);
        for (int i = 0; i < 5; i++) enter("jade.leroy", "abeille abricot " + "dragon");
        assertThat(enter("jade.leroy", words).status()).isEqualTo(422);
    }

    @Test
    void only_proposed_words_are_kept() {
        var marc = visitors.as("marc.olivet");
        var path = path("marc.olivet", "Jade");
        for (var wrong : java.util.List.of("", "jade", "jade jade jade", "dragon dragon"))
            assertThat(marc.form(marc.open(path), path).fill("words", wrong).send().status())
                    .as(wrong)
                    .isEqualTo(422);
        assertThat(enter("jade.leroy", "preau-demo-2024").status()).isEqualTo(200);
    }

    @Test
    void younger_children_have_none() {
        var helene = visitors.as("helene.costa");
        assertThat(path("helene.costa", "Yanis")).isEmpty();
        var pictures =
                helene.open("/pupils")
                        .page()
                        .select(".list-row:contains(Yanis) a[href$=pictures]")
                        .attr("href");
        assertThat(helene.open(pictures.replace("/pictures", "/passphrase")).status())
                .isEqualTo(404);
        assertThat(
                        helene.post(
                                        pictures.replace("/pictures", "/passphrase"),
                                        java.util.Map.of("words", passphrases.propose()))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void the_teacher_of_another_class_gives_no_words() {
        var path = path("marc.olivet", "Jade");
        assertThat(visitors.as("helene.costa").open(path).status()).isEqualTo(404);
    }
}
