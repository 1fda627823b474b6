package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.storage.HoldsFiles;
import fr.preau.storage.Refused;
import fr.preau.storage.StoredFile;
import fr.preau.storage.StoredFiles;
import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the author of a note says aloud, for families who read little or not in French. Brought
 * while the note is written, it is the author's alone; sent, it belongs to the note.
 */
@Component
class Voices implements HoldsFiles {
    /** Two minutes, recorded by whatever device. */
    private static final long MOST_BYTES = 8_000_000;

    private final JdbcClient db;
    private final StoredFiles files;

    Voices(JdbcClient db, StoredFiles files) {
        this.db = db;
        this.files = files;
    }

    @Override
    public String condition() {
        return "exists (select 1 from note_voice v where v.school_id = f.school_id and v.file_id = f.id)";
    }

    /** The recording of a note that the caller has found visible. */
    Optional<StoredFile> of(Note note) {
        return db.sql(
                        "select file_id from note_voice where school_id = :school and note_id = :note")
                .param("school", note.school())
                .param("note", note.id())
                .query(Long.class)
                .optional()
                .flatMap(file -> files.find(note.school(), file));
    }

    /** The recording so called, if it is the author's own and still only theirs. */
    @Nullable StoredFile brought(Actor author, String called) {
        return files.find(called)
                .filter(voice -> voice.owner() == author.person())
                .filter(voice -> voice.kind() == StoredFile.Kind.SOUND)
                .filter(files::isLoose)
                .orElse(null);
    }

    /** The recording of a draft; none when its author has ticked it away. */
    @Nullable StoredFile drafted(Actor author, Map<String, List<String>> fields) {
        if (fields.containsKey("voiceless")) return null;
        return brought(author, fields.getOrDefault("voice", List.of("")).getFirst());
    }

    /** Keeps what the form has brought, or says what is wrong with it. */
    @Nullable StoredFile keep(Actor author, MultipartFile recording, Problems problems) {
        if (recording.getSize() > MOST_BYTES) {
            problems.add("recording", t("liaison.problem.voice.long"));
            return null;
        }
        var place = author.place();
        if (place == null) throw new NotFound();
        return switch (files.keep(author, place, recording)) {
            case Refused refused -> {
                problems.add("recording", refused.sentence());
                yield null;
            }
            case StoredFile file -> sound(file, problems);
        };
    }

    private @Nullable StoredFile sound(StoredFile file, Problems problems) {
        if (file.kind() == StoredFile.Kind.SOUND) return file;
        files.remove(file);
        problems.add("recording", t("liaison.problem.voice.type"));
        return null;
    }

    /** The recording leaves its author's hands with the note; it follows it to its school. */
    void send(Actor author, long note, StoredFile voice) {
        var school =
                db.sql("select school_id from note where id = :note")
                        .param("note", note)
                        .query(Long.class)
                        .single();
        var sent = voice.school() == school ? voice : files.copy(author, voice, school);
        db.sql(
                        "insert into note_voice (school_id, note_id, file_id) values (:school, :note, :file)")
                .param("school", school)
                .param("note", note)
                .param("file", sent.id())
                .update();
        if (sent != voice) files.remove(voice);
    }
}
