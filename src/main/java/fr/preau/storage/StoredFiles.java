package fr.preau.storage;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Keeps what people bring and hands it out again. Runs in the transaction of its caller, behind the
 * wall of whoever acts: a file is kept when the transaction is, and never afterwards. Whoever calls
 * has asked whether the actor may; here is only asked what the file is.
 */
@Component
public class StoredFiles {
    private static final String COLUMNS =
            "school_id as school, id, name, media_type, size, content, thumbnail, width, height, owner_id as owner, created_at";

    private final JdbcClient db;
    private final Blobs blobs;
    private final HeldFiles held;
    private final Clock clock;

    StoredFiles(JdbcClient db, Blobs blobs, HeldFiles held, Clock clock) {
        this.db = db;
        this.blobs = blobs;
        this.held = held;
        this.clock = clock;
    }

    /** Keeps what a form has brought; an input that was left empty is {@code EMPTY}. */
    public Keeping keep(Actor actor, long school, MultipartFile upload) {
        var name = upload.getOriginalFilename();
        try (var source = upload.getInputStream()) {
            return keep(actor, school, source, name == null ? "" : name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what can be read here, or says why it does not. */
    public Keeping keep(Actor actor, long school, InputStream source, String name) {
        var rules = rules();
        try (var drafts = new Drafts()) {
            return keep(actor, school, drafts, source, name, rules);
        } catch (Unacceptable refused) {
            return refusal(refused.reason(), name, rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile keep(
            Actor actor,
            long school,
            Drafts drafts,
            InputStream source,
            String name,
            FileRules rules)
            throws IOException, Unacceptable {
        var whole = drafts.next();
        copy(source, whole, rules.largest());
        var type = Inspection.typeOf(whole);
        if (!Inspection.isImage(type))
            return insert(actor, school, name, type, Part.of(whole), null, null, rules);
        var image = drafts.next();
        var thumbnail = drafts.next();
        var made = Picture.remake(whole, type, image, thumbnail);
        return insert(
                actor,
                school,
                name,
                made.mediaType(),
                Part.of(image),
                Part.of(thumbnail),
                made,
                rules);
    }

    /** Bytes that are about to be kept. */
    private record Part(Path draft, String content, long size) {
        static Part of(Path draft) throws IOException {
            try (var bytes = Files.newInputStream(draft)) {
                var digest = MessageDigest.getInstance("SHA-256");
                var buffer = new byte[65_536];
                for (int n; (n = bytes.read(buffer)) > 0; ) digest.update(buffer, 0, n);
                return new Part(
                        draft, HexFormat.of().formatHex(digest.digest()), Files.size(draft));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private StoredFile insert(
            Actor actor,
            long school,
            String name,
            String mediaType,
            Part whole,
            @Nullable Part thumbnail,
            Picture.@Nullable Made made,
            FileRules rules)
            throws IOException, Unacceptable {
        checkRoom(actor.person(), school, whole.size(), rules);
        put(whole);
        if (thumbnail != null) put(thumbnail);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return db.sql(
                        """
                        insert into stored_file (school_id, name, media_type, size, content, thumbnail, thumbnail_size, width, height, owner_id, created_at)
                        values (:school, :name, :type, :size, :content, :thumbnail, :thumbnailSize, :width, :height, :owner, :now)
                        returning\s\
                        """
                                + COLUMNS)
                .param("school", school)
                .param("name", FileName.clean(name, mediaType, t("storage.file")))
                .param("type", mediaType)
                .param("size", whole.size())
                .param("content", whole.content())
                .param("thumbnail", thumbnail == null ? null : thumbnail.content(), Types.VARCHAR)
                .param("thumbnailSize", thumbnail == null ? null : thumbnail.size(), Types.BIGINT)
                .param("width", made == null ? null : made.width(), Types.INTEGER)
                .param("height", made == null ? null : made.height(), Types.INTEGER)
                .param("owner", actor.person())
                .param("now", Timestamp.from(now))
                .query(StoredFile.class)
                .single();
    }

    /** Until this transaction ends nobody sweeps this shelf: what lies there may be named by us. */
    private void put(Part part) throws IOException {
        Shelf.of(part.content()).share(db);
        blobs.put(part.content(), part.draft());
    }

    private void checkRoom(long person, long school, long more, FileRules rules)
            throws Unacceptable {
        record Kept(long own, long all) {}
        var kept =
                db.sql(
                                """
                                select coalesce(sum(size) filter (where owner_id = :person), 0) as own, coalesce(sum(size), 0) as all
                                  from stored_file where school_id = :school
                                """)
                        .param("person", person)
                        .param("school", school)
                        .query(Kept.class)
                        .single();
        if (kept.own() + more > rules.perPerson())
            throw new Unacceptable(Refused.Reason.PERSON_FULL);
        if (kept.all() + more > rules.perSchool())
            throw new Unacceptable(Refused.Reason.SCHOOL_FULL);
    }

    /** Never more than the limit is written, whatever the sender has announced. */
    private static void copy(InputStream source, Path draft, long largest)
            throws IOException, Unacceptable {
        var buffer = new byte[65_536];
        var size = 0L;
        try (var out = Files.newOutputStream(draft)) {
            for (int n; (n = source.read(buffer)) > 0; ) {
                size += n;
                if (size > largest) throw new Unacceptable(Refused.Reason.HEAVY);
                out.write(buffer, 0, n);
            }
        }
        if (size == 0) throw new Unacceptable(Refused.Reason.EMPTY);
    }

    private static Refused refusal(Refused.Reason reason, String name, FileRules rules) {
        var bare = FileName.bare(name);
        var limit =
                switch (reason) {
                    case PERSON_FULL -> rules.perPerson();
                    case SCHOOL_FULL -> rules.perSchool();
                    default -> rules.largest();
                };
        return new Refused(
                reason,
                t(
                        "storage.problem." + reason,
                        bare.isEmpty() ? t("storage.file") : FileName.shortened(bare),
                        Weight.of(limit)));
    }

    private FileRules rules() {
        return db.sql(
                        """
                        select largest, per_person, per_school, loose_days from file_rule
                         where from_on <= :today order by from_on desc limit 1
                        """)
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .query(FileRules.class)
                .single();
    }

    /** The most that one file may weigh today, as it is said beside a field. */
    public String most() {
        return Weight.of(rules().largest());
    }

    /** A file within the actor's reach; the caller knows whether it is one that they may have. */
    public Optional<StoredFile> find(long school, long id) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from stored_file where school_id = :school and id = :id")
                .param("school", school)
                .param("id", id)
                .query(StoredFile.class)
                .optional();
    }

    /** The file that a form calls so, see {@link StoredFile#called}; empty for anything else. */
    public Optional<StoredFile> find(String called) {
        if (!called.matches("\\d{1,18}-\\d{1,18}")) return Optional.empty();
        var parts = called.split("-");
        return find(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    /** Several at once, in the order in which they were brought. */
    public List<StoredFile> find(long school, long[] ids) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from stored_file where school_id = :school and id = any (:ids) order by id")
                .param("school", school)
                .param("ids", ids)
                .query(StoredFile.class)
                .list();
    }

    /** Whether no feature needs it: brought by its owner, and still only theirs. */
    public boolean isLoose(StoredFile file) {
        return db.sql(
                        "select not ("
                                + held.condition()
                                + ") from stored_file f where f.school_id = :school and f.id = :id")
                .param("school", file.school())
                .param("id", file.id())
                .query(Boolean.class)
                .single();
    }

    /** The same file for another school or another owner: its bytes lie there already. */
    public StoredFile copy(Actor actor, StoredFile file, long school) {
        Shelf.of(file.content()).share(db);
        if (file.thumbnail() != null) Shelf.of(file.thumbnail()).share(db);
        return db.sql(
                        """
                        insert into stored_file (school_id, name, media_type, size, content, thumbnail, thumbnail_size, width, height, owner_id, created_at)
                        select :to, name, media_type, size, content, thumbnail, thumbnail_size, width, height, :owner, :now
                          from stored_file where school_id = :school and id = :id
                        returning\s\
                        """
                                + COLUMNS)
                .param("to", school)
                .param("owner", actor.person())
                .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("school", file.school())
                .param("id", file.id())
                .query(StoredFile.class)
                .single();
    }

    /** Forgets a file that nothing names any more; its bytes go when nobody else has the same. */
    public void remove(StoredFile file) {
        db.sql("delete from stored_file where school_id = :school and id = :id")
                .param("school", file.school())
                .param("id", file.id())
                .update();
    }

    /** What is in the file; the caller closes it. */
    public InputStream open(StoredFile file) {
        try {
            return blobs.open(file.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer that saves the file on the device: nothing of it is opened by the browser. */
    public ResponseEntity<Resource> download(StoredFile file) {
        return Answers.attached(file, new BlobResource(blobs, file.content(), file.size()));
    }

    /** The answer that shows an image in a page; every other file is saved on the device. */
    public ResponseEntity<Resource> show(StoredFile file) {
        if (file.kind() != StoredFile.Kind.IMAGE) return download(file);
        return Answers.inline(file, new BlobResource(blobs, file.content(), file.size()));
    }

    /** The answer that shows the small version of an image. */
    public ResponseEntity<Resource> thumbnail(StoredFile file) {
        var content = file.thumbnail();
        if (content == null) return download(file);
        var size =
                db.sql(
                                "select thumbnail_size from stored_file where school_id = :school and id = :id")
                        .param("school", file.school())
                        .param("id", file.id())
                        .query(Long.class)
                        .single();
        return Answers.inline(file, new BlobResource(blobs, content, size));
    }

    /** The answer that a player of the page plays; what is no sound or film is saved instead. */
    public ResponseEntity<Resource> play(StoredFile file) {
        var played = file.kind() == StoredFile.Kind.SOUND || file.kind() == StoredFile.Kind.FILM;
        return played
                ? Answers.inline(file, new BlobResource(blobs, file.content(), file.size()))
                : download(file);
    }

    /** Within the directory's wall: two rows were one human being, whose files stay theirs. */
    public void move(long kept, long absorbed) {
        db.sql("update stored_file set owner_id = :kept where owner_id = :absorbed")
                .param("kept", kept)
                .param("absorbed", absorbed)
                .update();
    }

    /** What is written aside, and gone afterwards unless it was kept. */
    private final class Drafts implements AutoCloseable {
        private final List<Path> made = new ArrayList<>();

        Path next() throws IOException {
            var draft = blobs.draft();
            made.add(draft);
            return draft;
        }

        @Override
        public void close() throws IOException {
            for (var draft : made) Files.deleteIfExists(draft);
        }
    }
}
