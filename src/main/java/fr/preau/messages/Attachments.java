package fr.preau.messages;

import static fr.preau.web.Wording.t;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import fr.preau.storage.HoldsFiles;
import fr.preau.storage.Refused;
import fr.preau.storage.StoredFile;
import fr.preau.storage.StoredFiles;
import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a message carries. Brought while it is written, a file is its author's alone; sent, it
 * belongs to the message and is had by whoever reads it, until it is taken back.
 */
@Component
class Attachments implements HoldsFiles {
    static final int MOST = 10;

    private final JdbcClient db;
    private final StoredFiles files;
    private final Messages messages;

    Attachments(JdbcClient db, StoredFiles files, Messages messages) {
        this.db = db;
        this.files = files;
        this.messages = messages;
    }

    @Override
    public String condition() {
        return "exists (select 1 from message_file a where a.school_id = f.school_id and a.file_id = f.id)";
    }

    /**
     * The files so called which this author may attach: those that they have brought and, passing a
     * message on, those that it carries. What is neither is nobody's: it is left out.
     */
    List<StoredFile> brought(Actor author, Collection<String> called) {
        return called.stream()
                .distinct()
                .limit(MOST)
                .flatMap(one -> files.find(one).stream())
                .filter(file -> isAttachable(author, file))
                .toList();
    }

    private boolean isAttachable(Actor author, StoredFile file) {
        return isOwnAndLoose(author, file)
                || carrier(file)
                        .flatMap(message -> messages.visibleTo(author, message))
                        .filter(message -> isLentTo(author, message))
                        .isPresent();
    }

    /** Whoever takes a message back may write it again, as it was. */
    private static boolean isLentTo(Actor author, Message message) {
        return !message.isRecalled() || message.isFrom(author) && !message.withdrawn();
    }

    private boolean isOwnAndLoose(Actor author, StoredFile file) {
        return file.owner() == author.person() && files.isLoose(file);
    }

    private Optional<Long> carrier(StoredFile file) {
        return db.sql(
                        "select message_id from message_file where school_id = :school and file_id = :file")
                .param("school", file.school())
                .param("file", file.id())
                .query(Long.class)
                .optional();
    }

    /** Keeps what the form has brought besides those that it had; says what is not kept and why. */
    List<StoredFile> keep(
            Actor author,
            List<StoredFile> already,
            @Nullable List<MultipartFile> added,
            Problems problems) {
        var all = new ArrayList<>(already);
        if (added == null) return all;
        var refused = new ArrayList<String>();
        for (var upload : added) {
            var name = upload.getOriginalFilename();
            // A field that was left empty.
            if (upload.isEmpty() && (name == null || name.isEmpty())) continue;
            if (all.size() == MOST) {
                refused.add(t("messages.problem.files.many", MOST));
                break;
            }
            switch (files.keep(author, placeOf(author), upload)) {
                case Refused why -> refused.add(why.sentence());
                case StoredFile file -> all.add(file);
            }
        }
        if (!refused.isEmpty()) problems.add("files", String.join(" ", refused));
        return all;
    }

    private static long placeOf(Actor author) {
        var place = author.place();
        if (place == null) throw new NotFound();
        return place;
    }

    /** The files leave their author's hands with the message, and follow it to its school. */
    void attach(Actor author, long school, long message, List<StoredFile> brought) {
        for (var file : brought) {
            var own = isOwnAndLoose(author, file);
            var sent = own && file.school() == school ? file : files.copy(author, file, school);
            db.sql(
                            "insert into message_file (school_id, message_id, file_id) values (:school, :message, :file)")
                    .param("school", school)
                    .param("message", message)
                    .param("file", sent.id())
                    .update();
            if (own && sent != file) files.remove(file);
        }
    }

    /** Of each message that carries some: nothing of what was taken back, save for its author. */
    Map<Long, List<StoredFile>> of(Actor reader, List<Message> conversation) {
        var carrying =
                conversation.stream()
                        .filter(one -> one.files() > 0)
                        .filter(one -> !one.isRecalled() || one.isFrom(reader))
                        .toList();
        if (carrying.isEmpty()) return Map.of();
        record Link(long school, long message, long file) {}
        var links =
                db.sql(
                                """
                                select f.school_id as school, f.message_id as message, f.file_id as file
                                  from unnest(:schools::bigint[], :messages::bigint[]) m (school, message)
                                  join message_file f on f.school_id = m.school and f.message_id = m.message
                                """)
                        .param(
                                "schools",
                                carrying.stream().map(Message::school).toArray(Long[]::new))
                        .param("messages", carrying.stream().map(Message::id).toArray(Long[]::new))
                        .query(Link.class)
                        .list();
        var found = new TreeMap<Long, List<StoredFile>>();
        links.stream()
                .collect(groupingBy(Link::school))
                .forEach((school, ofSchool) -> {
                    var message = ofSchool.stream().collect(toMap(Link::file, Link::message));
                    for (var file :
                            files.find(school, ofSchool.stream().mapToLong(Link::file).toArray()))
                        found.computeIfAbsent(message.get(file.id()), k -> new ArrayList<>())
                                .add(file);
                });
        return found;
    }

    /** A file of a message that the caller has found visible. */
    Optional<StoredFile> of(Actor reader, Message message, long file) {
        return of(reader, List.of(message)).getOrDefault(message.id(), List.of()).stream()
                .filter(one -> one.id() == file)
                .findFirst();
    }
}
