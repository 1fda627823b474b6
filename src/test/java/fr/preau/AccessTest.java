package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route, tried as every kind of actor on the same things. */
@School
class AccessTest {
    /** Column → login; a stranger has none. */
    private static final Map<String, String> ACTORS = new LinkedHashMap<>();

    static {
        ACTORS.put("nobody", "");
        ACTORS.put("pupil", "yanis.benali");
        ACTORS.put("other-pupil", "jade.leroy");
        ACTORS.put("guardian", "amina.benali");
        ACTORS.put("other-guardian", "thomas.leroy");
        ACTORS.put("teacher", "helene.costa");
        ACTORS.put("other-class", "julien.pradal");
        ACTORS.put("director", "marc.olivet");
        ACTORS.put("other-school", "nadia.ferrand");
        ACTORS.put("other-academy", "claude.toulousain");
        ACTORS.put("town", "mireille.castan");
        ACTORS.put("inspector", "patrick.mazel");
        ACTORS.put("publisher", "remi.vernet");
        ACTORS.put("region", "isabelle.roques");
    }

    @Autowired Visitors visitors;
    @Autowired RequestMappingHandlerMapping mapping;
    @Autowired HikariDataSource pool;

    private Things things;

    @BeforeEach
    void find_the_things() throws SQLException {
        things = Things.find(pool);
    }

    @Test
    void each_kind_of_actor_gets_what_the_matrix_says() {
        var routes = new TreeMap<String, String[]>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (!handler.getBeanType().getPackageName().startsWith("fr.preau")) return;
                    for (var path : info.getPatternValues()) {
                        for (var method : info.getMethodsCondition().getMethods()) {
                            // Leaving comes last: it ends the session that the other rows need; so
                            // does giving up.
                            routes.put(
                                    (path.equals("/sign-out")
                                                    ? "~"
                                                    : path.endsWith("/abandonment") ? "}" : "")
                                            + path
                                            + " "
                                            + method.name(),
                                    new String[] {method.name(), path});
                        }
                    }
                });
        var table = new ArrayList<String>();
        table.add(
                "%-52s".formatted("# route")
                        + ACTORS.keySet().stream()
                                .map("%-15s"::formatted)
                                .collect(Collectors.joining())
                                .strip());
        for (var route : routes.values()) table.add(row(route[0], route[1]));
        Documents.isUpToDate(
                "access.txt",
                "# What each kind of actor is answered; « door » leads to the sign-in form. Written by bin/documents, read by people.\n"
                        + String.join("\n", table)
                        + "\n");
    }

    private String row(String method, String path) {
        var line =
                new StringBuilder(
                        "%-51s "
                                .formatted(
                                        method + " " + path.replaceAll("\\{(\\w+):.*}", "{$1}")));
        for (var login : ACTORS.values())
            line.append("%-15s".formatted(answer(login, method, path)));
        return line.toString().strip();
    }

    private String answer(String login, String method, String path) {
        var visitor = login.isEmpty() ? visitors.stranger() : visitors.as(login);
        var address = things.address(path);
        var answer =
                method.equals("GET")
                        ? visitor.peek(address)
                        : visitor.post(address, things.fields(path));
        if (answer.status() != 303) return Integer.toString(answer.status());
        return answer.location().startsWith("/sign-in") && !path.equals("/sign-out")
                ? "door"
                : "303";
    }

    @Test
    void absent_and_forbidden_look_the_same() {
        var claude = visitors.as("claude.toulousain");
        var forbidden = claude.ask("/liaison/" + things.all().get("number"));
        var absent = claude.ask("/liaison/999999999");
        assertThat(forbidden.status()).isEqualTo(404);
        assertThat(plain(forbidden))
                .isEqualTo(plain(absent))
                .isEqualTo(plain(claude.ask("/no/such/page")));
        assertThat(
                        visitors.as("helene.costa")
                                .ask("/liaison/" + things.all().get("number"))
                                .status())
                .as("the premise: it exists")
                .isEqualTo(200);
    }

    private static String plain(Visitor.Answer answer) {
        return answer.status() + answer.body().replaceAll("value=\"[^\"]*\"", "");
    }
}
