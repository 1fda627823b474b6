package fr.preau.demo;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.liaison.NoteForm;
import fr.preau.liaison.SendNote;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notes of the demo's week, sent as their authors would. */
@Component
class DemoNotes {
    private final SendNote sendNote;
    private final Walls walls;
    private final JdbcClient db;
    private final Clock clock;

    DemoNotes(SendNote sendNote, Walls walls, JdbcClient db, Clock clock) {
        this.sendNote = sendNote;
        this.walls = walls;
        this.db = db;
        this.clock = clock;
    }

    void write() {
        if (walls.as(
                Wall.JOB,
                () -> db.sql("select exists (select 1 from note)").query(Boolean.class).single()))
            return;
        var friday = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.FRIDAY)).toString();
        send(
                "Hélène",
                "Costa",
                "CP A",
                new NoteForm(
                        "Sortie à la médiathèque",
                        """
                        Bonjour,

                        Jeudi matin, les CP A vont **à pied à la médiathèque**. Prévoir :

                        - une gourde ;
                        - de bonnes chaussures ;
                        - un vêtement de pluie si le ciel est gris.

                        Nous serons rentrés pour la cantine.\
                        """,
                        "OUTING",
                        List.of(),
                        "ONE",
                        "open",
                        friday));
        send(
                "Lucie",
                "Barthès",
                "Coquelicots",
                new NoteForm(
                        "Photographie de classe",
                        """
                        Le photographe vient vendredi matin. Les enfants sont photographiés en classe, avec leurs camarades, puis seuls si vous le souhaitez.

                        Merci de signer pour dire que vous avez lu ce mot.\
                        """,
                        "EVENT",
                        List.of(),
                        "BOTH",
                        "open",
                        friday));
        send(
                "Marc",
                "Olivet",
                "CM1-CM2",
                new NoteForm(
                        "Cross de l’école",
                        """
                        Le cross de l’école a lieu vendredi après-midi au stade. Une tenue de sport et un goûter suffisent.\
                        """,
                        "LEISURE",
                        List.of(),
                        "BOTH",
                        "open",
                        friday));
    }

    private void send(String firstName, String lastName, String label, NoteForm form) {
        var author = teacher(firstName, lastName);
        walls.within(author.reach(), () -> sendNote.toClass(author, form, label));
    }

    private record Post(long account, long person, long school) {}

    private Actor teacher(String firstName, String lastName) {
        var post =
                walls.as(
                        Wall.JOB,
                        () ->
                                db.sql(
                                                """
                                                select ap.account_id as account, p.id as person, t.school_id as school
                                                  from person p join account_person ap on ap.person_id = p.id join teaching t on t.person_id = p.id
                                                 where p.academy = '11' and p.kind = 'STAFF' and plain(p.first_name) = plain(:first) and plain(p.last_name) = plain(:last)
                                                """)
                                        .param("first", firstName)
                                        .param("last", lastName)
                                        .query(Post.class)
                                        .single());
        return new Actor(
                post.account(),
                post.person(),
                Profile.TEACHER,
                List.of(new Actor.Role(RoleKind.TEACHER, post.school())),
                List.of(post.person()));
    }
}
