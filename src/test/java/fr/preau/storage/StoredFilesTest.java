package fr.preau.storage;

import static fr.preau.storage.Corpus.docx;
import static fr.preau.storage.Corpus.image;
import static fr.preau.storage.Corpus.letters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.database.Reach;
import fr.preau.database.Walls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@School
class StoredFilesTest {
    @Autowired StoredFiles files;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired HikariDataSource pool;
    @Autowired SweepFiles sweep;
    @Autowired ErasedFiles erased;
    @Autowired Blobs blobs;
    @Autowired HeldFiles held;
    @Autowired School.SettableClock clock;

    private Keeper keeper() {
        return new Keeper(files, walls, db);
    }

    private StoredFile kept(String text, String name) {
        return (StoredFile) keeper().keep(letters(text), name);
    }

    private void change(String sql) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean lies(String content) {
        try (var bytes = blobs.open(content)) {
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void what_a_school_uses_is_kept_as_it_came() {
        var accepted = new LinkedHashMap<String, byte[]>();
        accepted.put("application/pdf cours.pdf", letters("%PDF-1.7\n%%EOF"));
        accepted.put(
                "text/plain mot.txt",
                "Bonjour à tous, l’été".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        accepted.put("text/plain mot-1252.txt", letters("Bonjour \u00e0 tous"));
        accepted.put("text/plain notes.csv", letters("nom;note\nTom;-3\nInes;=A1+A2\n"));
        accepted.put(
                "text/plain liste.md",
                letters("- image (voir plus bas)\n- oui | non !\n+ appel (lundi)\n"));
        accepted.put("text/plain lettre.txt", letters("Subject: sortie\nBonjour,\n"));
        accepted.put(
                DocumentType.DOCX + " devoir.docx",
                docx(Map.of("word/media/image1.png", image("png", 9, 9))));
        accepted.put(
                DocumentType.XLSX + " tableau.xlsx",
                Corpus.office("spreadsheetml.sheet.main", Map.of()));
        accepted.put(
                DocumentType.PPTX + " projet.pptx",
                Corpus.office("presentationml.presentation.main", Map.of()));
        accepted.put(
                DocumentType.ODT + " devoir.odt", Corpus.openDocument(DocumentType.ODT, Map.of()));
        accepted.put(
                DocumentType.ODS + " tableau.ods", Corpus.openDocument(DocumentType.ODS, Map.of()));
        accepted.put(
                DocumentType.ODP + " projet.odp", Corpus.openDocument(DocumentType.ODP, Map.of()));
        accepted.put(
                "application/epub+zip conte.epub",
                Corpus.openDocument(DocumentType.EPUB, Map.of("a.xhtml", letters("<html/>"))));
        accepted.put("audio/mpeg chanson.mp3", Corpus.mp3());
        accepted.put("audio/ogg voix.ogg", Corpus.ogg("OpusHead"));
        accepted.put("video/ogg film.ogv", Corpus.ogg("\u0080theora"));
        accepted.put("audio/webm voix.webm", Corpus.webm("A_OPUS"));
        accepted.put("video/webm film.webm", Corpus.webm("V_VP9"));
        accepted.put("audio/mp4 voix.m4a", Corpus.ftyp("M4A ", "moov soun"));
        accepted.put("video/mp4 film.mp4", Corpus.ftyp("isom", "moov vide soun"));
        accepted.forEach((name, content) -> {
            var file = keeper().keep(content, name.substring(name.indexOf(' ') + 1));
            assertThat(file).as(name).isInstanceOf(StoredFile.class);
            var stored = (StoredFile) file;
            assertThat(stored.mediaType() + " " + stored.name()).isEqualTo(name);
            assertThat(keeper().bytes(stored)).as(name).isEqualTo(content);
            assertThat(stored.size()).isEqualTo(content.length);
        });
    }

    @Test
    void images_are_made_again_with_a_small_version() {
        var webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
        var types = new LinkedHashMap<String, byte[]>();
        types.put("image/png photo.png", image("png", 3_000, 1_000));
        types.put("image/jpeg photo.jpg", image("jpg", 3_000, 1_000));
        types.put("image/png photo.png ", image("gif", 3_000, 1_000));
        types.forEach((name, content) -> {
            var file =
                    (StoredFile)
                            keeper().keep(
                                            content,
                                            name.endsWith(" ")
                                                    ? "photo.gif"
                                                    : name.substring(name.indexOf(' ') + 1));
            assertThat(file.mediaType() + " " + file.name()).isEqualTo(name.strip());
            assertThat(file.width()).isEqualTo(2_560);
            assertThat(file.height()).isBetween(852, 854);
            assertThat(file.kind()).isEqualTo(StoredFile.Kind.IMAGE);
            var small = walls.within(keeper().helene().reach(), () -> files.thumbnail(file));
            try (var bytes = small.getBody().getInputStream()) {
                assertThat(javax.imageio.ImageIO.read(bytes).getWidth()).isEqualTo(480);
                assertThat(small.getHeaders().getFirst("Content-Disposition"))
                        .startsWith("inline;");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(((StoredFile) keeper().keep(webp, "point.webp")).mediaType())
                .startsWith("image/");
    }

    @Test
    void the_same_bytes_lie_there_once_whoever_brings_them() {
        var one = kept("La même chose", "a.txt");
        var other = kept("La même chose", "b.txt");
        assertThat(one.content()).isEqualTo(other.content());
        assertThat(one.id()).isNotEqualTo(other.id());
        walls.within(
                keeper().helene().reach(),
                () -> {
                    files.remove(one);
                    return true;
                });
        untilSwept();
        assertThat(keeper().bytes(other)).isNotEmpty();
    }

    private void later(Duration duration) {
        clock.moveBy(duration);
        sweep.run();
    }

    /** Seen unnamed once, and again more than a day later. */
    private void untilSwept() {
        later(Duration.ofDays(2));
        later(Duration.ofDays(2));
    }

    @Test
    void two_nodes_keep_the_same_content_at_once(@TempDir Path shared) throws Exception {
        var settings = new MockEnvironment().withProperty("preau.files", shared.toString());
        var nodes =
                List.of(
                        new StoredFiles(db, new FolderBlobs(settings, clock), held, clock),
                        new StoredFiles(db, new FolderBlobs(settings, clock), held, clock));
        var content = new byte[3_000_000];
        java.util.Arrays.fill(content, (byte) 'a');
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all =
                    java.util.stream.IntStream.range(0, 16)
                            .mapToObj(n ->
                                    threads.submit(() -> {
                                        start.await();
                                        return new Keeper(nodes.get(n % 2), walls, db)
                                                .keep(content, "a.txt");
                                    }))
                            .toList();
            start.countDown();
            for (var one : all) {
                var file = (StoredFile) one.get();
                assertThat(new Keeper(nodes.getFirst(), walls, db).bytes(file)).isEqualTo(content);
            }
        }
        try (var left = Files.walk(shared)) {
            assertThat(left.filter(Files::isRegularFile)).hasSize(1);
        }
        assertThat(keeper().files()).isEqualTo(16);
    }

    @Test
    void what_nobody_has_any_more_is_swept_after_a_day_and_what_is_being_kept_is_not()
            throws Exception {
        var file = kept("Pour un jour", "a.txt");
        walls.within(
                keeper().helene().reach(),
                () -> {
                    files.remove(file);
                    return true;
                });
        later(Duration.ofHours(30));
        later(Duration.ofHours(20));
        assertThat(lies(file.content())).isTrue();
        clock.moveBy(Duration.ofHours(10));
        var helene = keeper().helene();
        var school = keeper().school();
        walls.within(
                helene.reach(),
                () -> {
                    var again =
                            files.keep(
                                    helene,
                                    school,
                                    new java.io.ByteArrayInputStream(letters("Pour un jour")),
                                    "b.txt");
                    // Another node sweeps before this transaction has ended.
                    try (var other = Executors.newSingleThreadExecutor()) {
                        other.submit(sweep::run).get();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                    return again;
                });
        assertThat(lies(file.content())).isTrue();
        sweep.run();
        assertThat(lies(file.content())).isTrue();
    }

    @Test
    void a_file_whose_transaction_failed_leaves_nothing() {
        var helene = keeper().helene();
        var school = keeper().school();
        assertThatThrownBy(() ->
                        walls.within(
                                helene.reach(),
                                () -> {
                                    files.keep(
                                            helene,
                                            school,
                                            new java.io.ByteArrayInputStream(letters("Perdu")),
                                            "a.txt");
                                    throw new IllegalStateException();
                                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(keeper().files()).isZero();
        var content = kept("Perdu", "a.txt").content();
        walls.as(fr.preau.database.Wall.JOB, () -> db.sql("delete from stored_file").update());
        untilSwept();
        assertThat(lies(content)).isFalse();
    }

    @Test
    void a_file_that_was_never_used_leaves_after_a_month() {
        var file = kept("Jamais envoyé", "a.txt");
        later(Duration.ofDays(29));
        assertThat(keeper().files()).isOne();
        untilSwept();
        assertThat(keeper().files()).isZero();
        assertThat(lies(file.content())).isFalse();
    }

    @Test
    void a_full_school_and_a_full_person_are_told_so_and_keep_what_they_have() throws SQLException {
        change("update file_rule set per_person = 100");
        kept("a".repeat(80), "a.txt");
        var person = (Refused) keeper().keep(letters("b".repeat(80)), "b.txt");
        assertThat(person.reason()).isEqualTo(Refused.Reason.PERSON_FULL);
        assertThat(person.sentence()).contains("b.txt").contains("les autres le restent");
        change("update file_rule set per_person = 1000, per_school = 100");
        var school = (Refused) keeper().keep(letters("b".repeat(80)), "b.txt");
        assertThat(school.reason()).isEqualTo(Refused.Reason.SCHOOL_FULL);
        change("update file_rule set per_school = 100000, largest = 50");
        var heavy = (Refused) keeper().keep(letters("b".repeat(80)), "b.txt");
        assertThat(heavy.reason()).isEqualTo(Refused.Reason.HEAVY);
        assertThat(keeper().files()).isOne();
    }

    @Test
    void the_wall_stands_before_the_files_of_another_school() {
        var file = kept("Ici seulement", "a.txt");
        var other = keeper().number("select id from structure where uai = '0340289E'");
        var reach = new Reach(1, List.of(), List.of(other));
        assertThat(
                        walls.<Boolean>within(
                                reach, () -> files.find(file.school(), file.id()).isPresent()))
                .isFalse();
        assertThatThrownBy(() ->
                        walls.within(
                                reach,
                                () ->
                                        files.keep(
                                                keeper().helene(),
                                                file.school(),
                                                new java.io.ByteArrayInputStream(letters("x")),
                                                "a.txt")))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void a_copy_for_another_reach_has_the_same_bytes_and_its_own_row() {
        var file = kept("Pour deux", "a.txt");
        var copy =
                walls.within(
                        keeper().helene().reach(),
                        () -> files.copy(keeper().helene(), file, file.school()));
        assertThat(copy.content()).isEqualTo(file.content());
        assertThat(copy.id()).isNotEqualTo(file.id());
    }

    @Test
    void a_download_says_its_name_to_old_and_new_browsers() {
        var answer = files.download(kept("Bonjour à tous", "L’été à l’école \"1\".txt"));
        assertThat(answer.getHeaders().getFirst("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"L_ete a l_ecole -1-.txt\"; filename*=UTF-8''L%E2%80%99%C3%A9t%C3%A9%20%C3%A0%20l%E2%80%99%C3%A9cole%20-1-.txt");
    }

    @Test
    void what_an_erased_person_gave_to_nobody_goes() {
        kept("À moi", "a.txt");
        erased.erase(new long[] {keeper().helene().person()}, new long[0]);
        assertThat(keeper().files()).isZero();
    }

    @Test
    void every_table_that_names_a_file_says_that_it_holds_it() throws SQLException {
        var tables =
                db
                        .sql(
                                "select conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid = 'stored_file'::regclass")
                        .query(String.class)
                        .stream()
                        .collect(Collectors.toSet());
        for (var table : Set.copyOf(tables)) assertThat(held.condition()).contains(table);
    }
}
