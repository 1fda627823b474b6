package fr.preau.liaison;

import static fr.preau.liaison.Letters.send;
import static fr.preau.liaison.Letters.writing;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A note that its author also says aloud. */
@School
class VoiceTest {
    private static final String BRING = "/liaison/new/voice";

    /** As a phone records: an Ogg page of Opus. */
    private static final byte[] SOUND =
            ("OggS\0\2" + "\0".repeat(22) + "OpusHead" + "a".repeat(3_000))
                    .getBytes(StandardCharsets.ISO_8859_1);

    @Autowired Visitors visitors;
    @Autowired ErasedVoices erased;
    @Autowired HikariDataSource pool;

    private Visitor.Answer spoken(Visitor author, String title) {
        return writing(author, "Familles de CP A", title)
                .attach("recording", "message.ogg", SOUND)
                .send();
    }

    private long number(String sql) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void whoever_reads_the_note_hears_it_and_nobody_else() {
        var note = spoken(visitors.as("helene.costa"), "À écouter").path();
        for (var reader : List.of("amina.benali", "yanis.benali")) {
            var page = visitors.as(reader).open(note);
            var source = page.page().select("article audio[controls]").attr("src");
            assertThat(source).as(reader).isEqualTo(note + "/voice");
            var sound = visitors.as(reader).ask(source);
            assertThat(sound.status()).as(reader).isEqualTo(200);
            assertThat(sound.headers().firstValue("Content-Type")).contains("audio/ogg");
            assertThat(sound.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(sound.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("sandbox");
            assertThat(sound.headers().firstValue("Cache-Control").orElse("")).contains("private");
            assertThat(sound.headers().firstValue("Content-Length"))
                    .contains(Integer.toString(SOUND.length));
        }
        assertThat(visitors.as("helene.costa").ask(note + "/voice").status()).isEqualTo(200);
        for (var stranger :
                List.of(
                        "thomas.leroy",
                        "jade.leroy",
                        "ines.benali",
                        "julien.pradal",
                        "nadia.ferrand",
                        "claude.toulousain",
                        "mireille.castan",
                        "patrick.mazel",
                        "remi.vernet"))
            assertThat(visitors.as(stranger).ask(note + "/voice").status())
                    .as(stranger)
                    .isEqualTo(404);
        assertThat(visitors.stranger().ask(note + "/voice").location()).startsWith("/sign-in");
    }

    @Test
    void a_note_that_is_only_written_has_nothing_to_hear() {
        var note = send(visitors.as("helene.costa"), "Familles de CP A", "Écrit").path();
        var amina = visitors.as("amina.benali");
        assertThat(amina.open(note).page().select("audio")).isEmpty();
        assertThat(amina.ask(note + "/voice").status()).isEqualTo(404);
    }

    @Test
    void brought_before_sending_it_comes_back_with_the_draft_and_is_its_authors_alone() {
        var helene = visitors.as("helene.costa");
        var draft =
                writing(helene, "Familles de CP A", "Brouillon")
                        .by(BRING)
                        .attach("recording", "message.ogg", SOUND)
                        .send();
        assertThat(draft.path()).isEqualTo("/liaison/new");
        assertThat(draft.page().select("#title").val()).isEqualTo("Brouillon");
        var source = draft.page().select("#voice audio").attr("src");
        assertThat(helene.ask(source).status()).isEqualTo(200);
        for (var other : List.of("marc.olivet", "sofia.reynes", "amina.benali"))
            assertThat(visitors.as(other).ask(source).status()).as(other).isEqualTo(404);

        var called = draft.page().select("input[name=voice]").val();
        var stolen =
                writing(visitors.as("marc.olivet"), "Familles de CM1-CM2", "Volé")
                        .add("voice", called)
                        .send();
        assertThat(visitors.as("marc.olivet").ask(stolen.path() + "/voice").status())
                .isEqualTo(404);

        var sent = helene.form(draft, "/liaison").send();
        assertThat(sent.words()).contains("Mot envoyé");
        assertThat(visitors.as("amina.benali").ask(sent.path() + "/voice").status()).isEqualTo(200);
        assertThat(helene.ask(source).status()).isEqualTo(404);
        assertThat(helene.open("/liaison/new").page().select("#voice audio")).isEmpty();
    }

    @Test
    void when_the_note_cannot_be_kept_it_stays_on_the_page_with_its_recording()
            throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement()) {
            statement.execute(
                    """
                    insert into draft (account_id, key, form, saved_at)
                    select a.id, 'messages-new-' || lpad(to_hex(n), 8, '0'), 'subject=x', '2024-09-09 08:00+02'
                      from account a, generate_series(1, 40) n where a.login = 'helene.costa'
                    """);
        }
        var helene = visitors.as("helene.costa");
        var page =
                writing(helene, "Familles de CP A", "Sans place")
                        .by(BRING)
                        .attach("recording", "message.ogg", SOUND)
                        .send();
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.words()).contains("Votre brouillon n’est pas gardé");
        assertThat(page.page().select("#title").val()).isEqualTo("Sans place");
        assertThat(helene.form(page, "/liaison").send().page().select("article audio[controls]"))
                .as("it leaves with its recording all the same")
                .hasSize(1);
    }

    @Test
    void ticked_away_it_is_not_sent() {
        var helene = visitors.as("helene.costa");
        var draft =
                writing(helene, "Familles de CP A", "Sans")
                        .by(BRING)
                        .attach("recording", "message.ogg", SOUND)
                        .send();
        var sent = helene.form(draft, "/liaison").fill("voiceless", "true").send();
        assertThat(sent.words()).contains("Mot envoyé");
        assertThat(helene.ask(sent.path() + "/voice").status()).isEqualTo(404);
    }

    @Test
    void what_is_no_recording_is_refused_and_the_note_is_kept() {
        var helene = visitors.as("helene.costa");
        var files =
                Map.of(
                        "page.mp3",
                                "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
                        "cours.mp3", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8),
                        "long.ogg", new byte[9_000_000]);
        for (var action : List.of(BRING, "/liaison"))
            files.forEach((name, content) -> {
                var refused =
                        writing(helene, "Familles de CP A", "Mon mot")
                                .by(action)
                                .attach("recording", name, content)
                                .send();
                assertThat(refused.status()).as(name).isEqualTo(422);
                assertThat(refused.page().select("#title").val()).isEqualTo("Mon mot");
                assertThat(refused.page().select("#recording-error").text()).as(name).isNotBlank();
                assertThat(refused.page().select(".error-summary a").attr("href"))
                        .isEqualTo("#recording");
            });
    }

    @Test
    void a_refused_note_keeps_its_recording() {
        var helene = visitors.as("helene.costa");
        var refused =
                writing(helene, "Familles de CP A", "")
                        .attach("recording", "message.ogg", SOUND)
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#voice audio")).hasSize(1);
        var sent = helene.form(refused, "/liaison").fill("title", "Avec").send();
        assertThat(helene.ask(sent.path() + "/voice").status()).isEqualTo(200);
    }

    @Test
    void the_microphone_is_allowed_where_one_records_and_nowhere_else() {
        var helene = visitors.as("helene.costa");
        assertThat(
                        helene.open("/liaison/new")
                                .headers()
                                .firstValue("Permissions-Policy")
                                .orElse(""))
                .contains("microphone=(self)")
                .contains("camera=()");
        for (var path : List.of("/", "/liaison"))
            assertThat(helene.open(path).headers().firstValue("Permissions-Policy").orElse(""))
                    .contains("microphone=()");
    }

    @Test
    void the_voice_of_an_erased_author_goes_and_the_note_stays() throws SQLException {
        var note = spoken(visitors.as("helene.costa"), "À oublier").path();
        var author =
                number(
                        "select author_id from note where id = "
                                + note.substring("/liaison/".length()));
        erased.erase(new long[] {author}, new long[0]);
        var amina = visitors.as("amina.benali");
        assertThat(amina.open(note).status()).isEqualTo(200);
        assertThat(amina.ask(note + "/voice").status()).isEqualTo(404);
    }

    @Test
    void a_stranger_brings_nothing_heavy() {
        var stranger = visitors.stranger();
        var refused =
                stranger.form(stranger.open("/sign-in?who=PUPIL"), "/sign-in")
                        .attach("recording", "message.ogg", new byte[13_000_000])
                        .sendOnly();
        assertThat(refused.status()).isEqualTo(413);
    }
}
