package fr.preau.departures;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.directory.Departures;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.springframework.context.ApplicationContext;

/**
 * What these tests do again and again: somebody leaves, somebody comes in anew, something is
 * counted.
 */
public class Leaves {
    private final Departures departures;
    private final Visitors visitors;
    private final TestDoor door;
    private final HikariDataSource pool;
    private final School.SettableClock clock;

    public Leaves(ApplicationContext context) {
        departures = context.getBean(Departures.class);
        visitors = context.getBean(Visitors.class);
        door = context.getBean(TestDoor.class);
        pool = context.getBean(HikariDataSource.class);
        clock = context.getBean(School.SettableClock.class);
    }

    /** « Thomas Leroy » as a kind of person, in Montpellier. */
    public long person(String kind, String name) {
        return number(
                "select id from person where academy = '11' and kind = '"
                        + kind
                        + "' and plain(first_name || ' ' || last_name) = plain('"
                        + name
                        + "')");
    }

    public void depart(Long... persons) {
        departures.depart(List.of(persons), clock.instant());
    }

    /** A new browser, past the doors; for when the clock has moved. */
    Visitor anew(String login) {
        var visitor = visitors.stranger();
        visitor.cookie("preau", door.enter(login));
        return visitor;
    }

    /** A new browser in front of the door. */
    Visitor.Answer signIn(Visitor visitor, String login) {
        return visitor.form(visitor.open("/sign-in"), "/sign-in")
                .fill("login", login)
                .fill("password", "preau-demo-2024")
                .send();
    }

    /** What somebody takes away: the files of their archive by name. */
    Map<String, String> archiveOf(Visitor visitor) throws Exception {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(visitors.address() + "/export/archive"))
                                        .header("Cookie", "preau=" + visitor.cookie("preau"))
                                        .build(),
                                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "preau-mes-donnees.zip");
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }

    long number(String query) {
        return Long.parseLong(texts(query).getFirst());
    }

    List<String> texts(String query) {
        try (var all = Superuser.connect(pool, "preau");
                var rows = all.createStatement().executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public void change(String... statements) {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            for (var statement : statements) sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tables that hold this word anywhere. */
    List<String> tablesWith(String word) {
        return texts(
                        "select tablename from pg_tables where schemaname = 'public' order by tablename")
                .stream()
                .flatMap(table ->
                        number(
                                                "select count(*) from "
                                                        + table
                                                        + " t where t::text ilike '%"
                                                        + word
                                                        + "%'")
                                        > 0
                                ? Stream.of(table)
                                : Stream.empty())
                .toList();
    }
}
