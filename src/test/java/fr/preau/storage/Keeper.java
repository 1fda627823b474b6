package fr.preau.storage;

import fr.preau.TestData;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hélène brings files to the school where she teaches. */
final class Keeper {
    final StoredFiles files;
    private final Walls walls;
    private final JdbcClient db;

    Keeper(StoredFiles files, Walls walls, JdbcClient db) {
        this.files = files;
        this.walls = walls;
        this.db = db;
    }

    long school() {
        return number("select id from structure where uai = '0341315V'");
    }

    Actor helene() {
        var person =
                number(
                        "select id from person where academy = '11' and kind = 'STAFF' and first_name = 'Hélène' and last_name ilike 'costa'");
        return new Actor(
                1,
                person,
                Profile.TEACHER,
                List.of(new Actor.Role(RoleKind.TEACHER, school())),
                List.of(person));
    }

    Keeping keep(byte[] content, String name) {
        return keep(new ByteArrayInputStream(content), name);
    }

    Keeping keep(InputStream content, String name) {
        var helene = helene();
        var school = school();
        return walls.within(helene.reach(), () -> files.keep(helene, school, content, name));
    }

    byte[] bytes(StoredFile file) {
        try (var bytes = files.open(file)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long files() {
        return number("select count(*) from stored_file");
    }

    /** Files that are being written at this moment. */
    long drafts() {
        try (var left = Files.list(TestData.SCHOOL.resolve("files/drafts"))) {
            return left.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long number(String sql) {
        return walls.as(Wall.DIRECTORY, () -> db.sql(sql).query(Long.class).single());
    }
}
