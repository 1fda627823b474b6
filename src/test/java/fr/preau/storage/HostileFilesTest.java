package fr.preau.storage;

import static fr.preau.storage.Corpus.and;
import static fr.preau.storage.Corpus.docx;
import static fr.preau.storage.Corpus.image;
import static fr.preau.storage.Corpus.letters;
import static fr.preau.storage.Corpus.lying;
import static fr.preau.storage.Corpus.office;
import static fr.preau.storage.Corpus.openDocument;
import static fr.preau.storage.Corpus.photo;
import static fr.preau.storage.Corpus.pngBomb;
import static fr.preau.storage.Corpus.zip;
import static fr.preau.storage.Corpus.zipOf;
import static fr.preau.storage.Refused.Reason.BOMB;
import static fr.preau.storage.Refused.Reason.EMPTY;
import static fr.preau.storage.Refused.Reason.FORMULA;
import static fr.preau.storage.Refused.Reason.HEAVY;
import static fr.preau.storage.Refused.Reason.INSIDE;
import static fr.preau.storage.Refused.Reason.LOCKED;
import static fr.preau.storage.Refused.Reason.MACRO;
import static fr.preau.storage.Refused.Reason.PIXELS;
import static fr.preau.storage.Refused.Reason.TYPE;
import static fr.preau.storage.Refused.Reason.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.database.Walls;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people bring who mean harm is refused with a sentence, or does none. */
@School
class HostileFilesTest {
    /** The processor's time that one file may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final byte[] EXE = and(letters("MZ\u0090\0\3\0\0\0"), new byte[500]);
    private static final byte[] OLE =
            and(letters("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), new byte[600]);

    private final Keeper keeper;

    @Autowired
    HostileFilesTest(StoredFiles files, Walls walls, JdbcClient db) {
        this.keeper = new Keeper(files, walls, db);
    }

    private record Case(byte[] content, Refused.Reason reason) {}

    /** Named as their senders would name them; the name changes nothing. */
    private static Map<String, Case> refused() {
        var html = letters("<!DOCTYPE html><html><script>alert(1)</script></html>");
        var svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script><foreignObject/></svg>";
        var png = image("png", 40, 40);
        var all = new LinkedHashMap<String, Case>();
        all.put("vide.pdf", new Case(new byte[0], EMPTY));
        all.put("page.html", new Case(html, TYPE));
        all.put("photo.jpg", new Case(html, TYPE));
        all.put("dessin.svg", new Case(letters(svg), TYPE));
        all.put("dessin.png", new Case(letters("<?xml version=\"1.0\"?>" + svg), TYPE));
        all.put(
                "entites.xml",
                new Case(
                        letters(
                                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"http://127.0.0.1/\">]><a>&b;</a>"),
                        TYPE));
        all.put("jeu.exe", new Case(EXE, TYPE));
        all.put("cours.pdf", new Case(EXE, TYPE));
        all.put("programme.txt", new Case(and(letters("\u007fELF\2\1\1"), new byte[100]), TYPE));
        all.put("commande.sh", new Case(letters("#!/bin/sh\nrm -rf /\n"), TYPE));
        all.put(
                "magick.mvg",
                new Case(
                        letters(
                                "push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://127.0.0.1/\"|ls \"-la)'\npop graphic-context\n\0"),
                        TYPE));
        all.put(
                "magick.jpg",
                new Case(
                        letters(
                                "%!PS\nuserdict /setpagedevice undef\n{ null restore } stopped { pop } if\nmark /OutputFile (%pipe%id) currentdevice putdeviceprops\n"),
                        TYPE));
        all.put("archive.zip", new Case(zipOf("devoir.txt", letters("Bonjour")), TYPE));
        all.put("archive.docx", new Case(zipOf("devoir.txt", letters("Bonjour")), TYPE));
        all.put(
                "programme.jar",
                new Case(
                        zip(Map.of("META-INF/MANIFEST.MF", letters("a"), "A.class", letters("b"))),
                        TYPE));
        all.put("ancien.doc", new Case(OLE, TYPE));
        all.put("rar.rar", new Case(and(letters("Rar!\u001a\7\0"), new byte[80]), TYPE));
        all.put("texte.txt", new Case(letters("Bonjour\0\0\0\1\2\3\4\5\6\7"), TYPE));
        all.put(
                "echappe.txt",
                new Case(
                        letters("Bonjour \u001b[2J tout le monde, et puis la suite du texte"),
                        TYPE));
        all.put("photo.heic", new Case(Corpus.ftyp("heic", ""), TYPE));
        all.put(
                "film.mkv",
                new Case(
                        and(
                                new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3},
                                letters("....matroska....")),
                        TYPE));
        all.put("html-avant.pdf", new Case(and(html, letters("\n%PDF-1.4\n")), TYPE));

        all.put("appel.csv", new Case(letters("nom;note\nTom;=cmd|'/c calc'!A0\n"), FORMULA));
        all.put(
                "lien.csv",
                new Case(
                        letters(
                                "nom,note\nTom,\"=HYPERLINK(\"\"http://127.0.0.1/\"\";\"\"ici\"\")\"\n"),
                        FORMULA));
        all.put(
                "lien-fr.csv",
                new Case(
                        letters("nom;note\nTom;+LIEN_HYPERTEXTE(\"http://127.0.0.1/\")\n"),
                        FORMULA));
        all.put(
                "loin.csv",
                new Case(
                        and(
                                "a;b\n".repeat(20_000).getBytes(StandardCharsets.UTF_8),
                                letters("@SUM(1+1)*cmd|'/c calc'!A0\n")),
                        FORMULA));

        all.put("bombe.docx", new Case(docx(Map.of("word/blank.xml", new byte[40_000_000])), BOMB));
        all.put(
                "bombe.odt",
                new Case(
                        openDocument(DocumentType.ODT, Map.of("blank.xml", new byte[40_000_000])),
                        BOMB));
        all.put(
                "emboitee.docx",
                new Case(
                        docx(Map.of("word/a.zip", zipOf("b.zip", zipOf("c", new byte[1_000_000])))),
                        INSIDE));
        all.put(
                "emboitee-docx.docx",
                new Case(docx(Map.of("word/embeddings/a.docx", repeated(docx(Map.of())))), BOMB));
        all.put(
                "cachee.docx",
                new Case(docx(Map.of("word/media/image1.png", zipOf("b", new byte[10]))), INSIDE));
        all.put("superposee.docx", new Case(Corpus.overlapping(20), BOMB));
        all.put("menteuse.docx", new Case(lying(docx(Map.of()), 1, 24, 3), BOMB));
        all.put("menteuse-2.docx", new Case(lying(docx(Map.of()), 1, 24, 3_000), UNREADABLE));
        all.put("ailleurs.docx", new Case(lying(docx(Map.of()), 1, 42, 1_000_000), BOMB));
        all.put("nombreuse.docx", new Case(docx(many(6_000)), BOMB));
        all.put("chemin.docx", new Case(docx(Map.of("../../etc/passwd", letters("x"))), BOMB));
        all.put("chemin-2.docx", new Case(docx(Map.of("word\\..\\x", letters("x"))), BOMB));
        all.put("chemin-3.docx", new Case(docx(Map.of("/etc/passwd", letters("x"))), BOMB));
        all.put("jumelles.docx", new Case(docx(Map.of("WORD/document.xml", letters("x"))), BOMB));
        all.put("devant.docx", new Case(and(letters("PK\3\4<script>"), docx(Map.of())), BOMB));
        all.put("derriere.docx", new Case(and(docx(Map.of()), EXE), UNREADABLE));
        all.put("coupee.docx", new Case(Arrays.copyOf(docx(Map.of()), 300), UNREADABLE));
        all.put("macro.docx", new Case(docx(Map.of("word/vbaProject.bin", OLE)), MACRO));
        all.put(
                "macro.docm",
                new Case(
                        office(
                                "wordprocessingml.document.main\"/><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main",
                                Map.of()),
                        MACRO));
        all.put("macro-cachee.docx", new Case(docx(Map.of("word/media/image1.png", OLE)), MACRO));
        all.put(
                "macro-4.xlsx",
                new Case(
                        office(
                                "spreadsheetml.sheet.main",
                                Map.of("xl/macrosheets/sheet1.xml", letters("x"))),
                        MACRO));
        all.put(
                "macro.odt",
                new Case(
                        openDocument(
                                DocumentType.ODT,
                                Map.of("Basic/Standard/Module1.xml", letters("x"))),
                        MACRO));
        all.put("programme.docx", new Case(docx(Map.of("word/media/image1.png", EXE)), INSIDE));
        all.put(
                "programme-2.odt",
                new Case(
                        openDocument(DocumentType.ODT, Map.of("Pictures/a.exe", letters("x"))),
                        INSIDE));
        all.put(
                "entites.docx",
                new Case(
                        zip(
                                Map.of(
                                        "[Content_Types].xml",
                                        letters(
                                                "<!DOCTYPE Types [<!ENTITY a \"&a;&a;\">]><Types>wordprocessingml.document.main+xml</Types>"))),
                        BOMB));
        all.put("fermee.docx", new Case(lying(docx(Map.of()), 1, 8, 0x0008_0809), LOCKED));

        all.put("bombe.png", new Case(pngBomb(50_000, 50_000, 1_000_000), PIXELS));
        all.put("ligne.png", new Case(pngBomb(2_000_000_000, 1, 1_000), PIXELS));
        all.put("coupee.png", new Case(Arrays.copyOf(png, 40), UNREADABLE));
        all.put(
                "abimee.png",
                new Case(and(Arrays.copyOf(png, 45), letters("..........")), UNREADABLE));
        all.put("script.gif", new Case(letters("GIF89a/*\1\0\0\0\0*/=1;alert(1)//"), UNREADABLE));
        all.put("coupee.jpg", new Case(Arrays.copyOf(image("jpg", 40, 40), 20), UNREADABLE));
        all.put(
                "coupee.webp",
                new Case(letters("RIFF\20\0\0\0WEBPVP8 \4\0\0\0\0\0\0\0"), UNREADABLE));
        return all;
    }

    private static Map<String, byte[]> many(int number) {
        var entries = new LinkedHashMap<String, byte[]>();
        for (var i = 0; i < number; i++) entries.put("word/" + i + ".xml", letters("x"));
        return entries;
    }

    /** A zip that shrinks a hundred times is the same thing again and again. */
    private static byte[] repeated(byte[] zip) {
        return and(zip, new byte[1_000_000]);
    }

    @Test
    void what_would_do_harm_is_refused_with_its_reason_and_quickly() {
        var time = ManagementFactory.getThreadMXBean();
        var all = refused();
        assertThat(all).hasSizeGreaterThan(50);
        all.forEach((name, one) -> {
            var before = time.getCurrentThreadCpuTime();
            var keeping = keeper.keep(one.content(), name);
            assertThat(keeping).as(name).isInstanceOf(Refused.class);
            assertThat(((Refused) keeping).reason()).as(name).isEqualTo(one.reason());
            assertThat(((Refused) keeping).sentence()).as(name).contains(name);
            assertThat(Duration.ofNanos(time.getCurrentThreadCpuTime() - before))
                    .as(name)
                    .isLessThan(PATIENCE);
        });
        assertThat(keeper.files()).isZero();
    }

    @Test
    void a_file_that_never_ends_stops_at_the_limit() {
        var endless =
                new InputStream() {
                    private long given;

                    @Override
                    public int read() {
                        return 'a';
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        Arrays.fill(into, from, from + length, (byte) 'a');
                        given += length;
                        if (given > 60_000_000) throw new IllegalStateException("read too far");
                        return length;
                    }
                };
        var refused = (Refused) keeper.keep(endless, "long.txt");
        assertThat(refused.reason()).isEqualTo(HEAVY);
        assertThat(refused.sentence()).contains("50 Mo").contains("long.txt");
        assertThat(keeper.drafts()).isZero();
    }

    @Test
    void a_photograph_forgets_where_it_was_taken_and_stands_upright() throws IOException {
        var photo = photo(60, 40, 6);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("GPSLatitude");
        var kept = (StoredFile) keeper.keep(photo, "vacances.jpg");
        assertThat(kept.mediaType()).isEqualTo("image/jpeg");
        assertThat(kept.width()).isEqualTo(40);
        assertThat(kept.height()).isEqualTo(60);
        var bytes = keeper.bytes(kept);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain("GPS");
        var image = ImageIO.read(new java.io.ByteArrayInputStream(bytes));
        // Red was at the top left; a quarter turn clockwise brings it to the top right.
        assertThat(image.getRGB(30, 10) & 0xff0000).isGreaterThan(0x900000);
        assertThat(image.getRGB(10, 50) & 0x0000ff).isGreaterThan(0x90);
    }

    @Test
    void what_stands_behind_an_image_is_not_kept() {
        for (var format : new String[] {"png", "jpg", "gif"}) {
            var polyglot =
                    and(
                            image(format, 40, 40),
                            letters("<script>alert(1)</script>"),
                            zipOf("a", new byte[9]));
            var kept = (StoredFile) keeper.keep(polyglot, "image." + format);
            assertThat(new String(keeper.bytes(kept), StandardCharsets.ISO_8859_1))
                    .doesNotContain("script")
                    .doesNotContain("PK\3\4");
        }
    }

    @Test
    void a_huge_image_that_is_still_an_image_becomes_smaller_within_bounds() {
        var kept = (StoredFile) keeper.keep(pngBomb(6_000, 6_000, 6_000L * 18_001), "fond.png");
        assertThat(kept.width()).isLessThanOrEqualTo(Picture.LONGEST);
        assertThat(keeper.bytes(kept)).hasSizeLessThan(1_000_000);
    }

    @Test
    void a_pdf_that_is_also_a_page_is_only_saved_never_opened_here() {
        var polyglot = letters("%PDF-1.7\n<html><script>alert(1)</script></html>\n%%EOF");
        var answer = keeper.files.show((StoredFile) keeper.keep(polyglot, "cours.html"));
        var headers = answer.getHeaders();
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/pdf");
        assertThat(headers.getFirst("Content-Disposition"))
                .startsWith("attachment;")
                .contains("cours.html.pdf");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).contains("sandbox");
        assertThat(headers.getFirst("Cache-Control")).contains("private");
    }

    @Test
    void a_name_leads_nowhere_and_hides_nothing() {
        var names = new LinkedHashMap<String, String>();
        names.put("../../etc/passwd", "passwd.txt");
        names.put("C:\\Windows\\system32\\a.txt", "a.txt");
        names.put("photo\u202Etxt.exe", "phototxt.exe.txt");
        names.put("a\0b.txt", "ab.txt");
        names.put("cours.txt\0.exe", "cours.txt.exe.txt");
        names.put("zero\u200Bwidth\uFEFF.txt", "zerowidth.txt");
        names.put("ligne\r\nSet-Cookie: a=b.txt", "ligneSet-Cookie- a=b.txt");
        names.put("e\u0301cole.txt", "école.txt");
        names.put("...", "fichier.txt");
        names.put("", "fichier.txt");
        names.put("   ", "fichier.txt");
        names.put(".htaccess", "htaccess.txt");
        names.put("CON.txt", "_CON.txt");
        names.put("a.js", "a.js.txt");
        names.put("demi\ud800.txt", "demi.txt");
        names.put("tableau.csv", "tableau.csv");
        names.put("x".repeat(5_000) + ".txt", "x".repeat(119) + "….txt");
        names.forEach((given, kept) ->
                assertThat(((StoredFile) keeper.keep(letters("Bonjour à tous"), given)).name())
                        .as(given)
                        .isEqualTo(kept));
        var refused = (Refused) keeper.keep(new byte[0], "\u202Ea<b>\0.txt");
        assertThat(refused.sentence()).contains("«\u00a0a-b-.txt\u00a0»");
    }
}
