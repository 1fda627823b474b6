package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.web.BeforeAll;
import fr.preau.web.Public;
import fr.preau.web.RoleKind;
import fr.preau.web.StepUp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every role with rights over others, on every route: without a second factor in the session,
 * nothing opens but the second factor itself.
 */
@School
class SecondFactorTest {
    /** One of the cast for each kind of role that has rights over others. */
    private static final Map<RoleKind, String> HOLDERS =
            Map.ofEntries(
                    Map.entry(RoleKind.DIRECTOR, "marc.olivet"),
                    Map.entry(RoleKind.MAYOR, "gilles.marty"),
                    Map.entry(RoleKind.TOWN_REFERENT, "mireille.castan"),
                    Map.entry(RoleKind.INSPECTOR, "patrick.mazel"),
                    Map.entry(RoleKind.DIGITAL_REFERENT, "samira.haddad"),
                    Map.entry(RoleKind.DEPARTMENT_OFFICER, "odile.fabre"),
                    Map.entry(RoleKind.REGION_LEAD, "isabelle.roques"),
                    Map.entry(RoleKind.ASSISTANCE, "denis.aubrac"),
                    Map.entry(RoleKind.DATA_PROTECTION_OFFICER, "anne.seguy"),
                    Map.entry(RoleKind.PUBLISHER_SUPPORT, "remi.vernet"));

    /**
     * What whoever still owes the second factor may ask for: it, comfort of reading, the way out.
     */
    private static final List<String> BEFORE =
            List.of(
                    "GET /charter",
                    "POST /charter",
                    "GET /comfort",
                    "POST /comfort",
                    // Lead on to the second factor until it is given: RenewalTest.
                    "GET /renewal",
                    "POST /renewal",
                    "POST /sign-out");

    @Autowired Visitors visitors;
    @Autowired RequestMappingHandlerMapping mapping;
    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;

    private Map<String, HandlerMethod> routes() {
        var routes = new TreeMap<String, HandlerMethod>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (!handler.getBeanType().getPackageName().startsWith("fr.preau")
                            || handler.hasMethodAnnotation(Public.class)) return;
                    for (var path : info.getPatternValues())
                        for (var method : info.getMethodsCondition().getMethods())
                            routes.put(method.name() + " " + path, handler);
                });
        return routes;
    }

    private Visitor withoutProof(String login) throws SQLException {
        var visitor = visitors.as(login);
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute("update session set second_factor_at = null");
        }
        return visitor;
    }

    private final Map<Visitor, String> tokens = new HashMap<>();

    /** Where the route sends this visitor, or its status; a form brings a token of ours. */
    private String asked(Visitor visitor, String route) {
        var parts = route.split(" ", 2);
        var path = filled(parts[1]);
        if (parts[0].equals("GET")) return said(visitor.peek(path));
        var token =
                tokens.computeIfAbsent(
                        visitor,
                        one -> one.form(one.ask("/sign-in?who=PUPIL"), "/sign-in").value("_csrf"));
        return said(
                visitor.ask(
                        parts[0],
                        path,
                        "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
    }

    private static String said(Visitor.Answer answer) {
        return answer.status() == 303 ? answer.location() : String.valueOf(answer.status());
    }

    /** The address of a route, with a number for whatever it names; braces may hold braces. */
    private static String filled(String path) {
        var address = new StringBuilder();
        var depth = 0;
        for (var letter : path.toCharArray()) {
            if (letter == '{' && depth++ == 0)
                address.append(
                        path.contains("{year") ? "2023" : path.contains("{key") ? "new" : "1");
            else if (letter == '}') depth--;
            else if (depth == 0) address.append(letter);
        }
        return address.toString();
    }

    @Test
    void every_role_with_rights_over_others_proves_itself_before_any_route() throws SQLException {
        var without =
                Stream.of(RoleKind.values())
                        .filter(RoleKind::needsSecondFactor)
                        .filter(kind -> !HOLDERS.containsKey(kind))
                        .toList();
        assertThat(without)
                .as("held beside one of the others, or by nobody of the cast")
                .containsExactlyInAnyOrder(
                        RoleKind.ADMINISTRATOR, RoleKind.ADVISER, RoleKind.PERIMETER_ADMINISTRATOR);
        var open = new ArrayList<String>();
        for (var login : HOLDERS.values()) {
            var visitor = withoutProof(login);
            routes().forEach((route, handler) -> {
                if (handler.hasMethodAnnotation(BeforeAll.class)) return;
                var answer = asked(visitor, route);
                if (!answer.startsWith("/second-factor"))
                    open.add(login + " " + route + " " + answer);
            });
        }
        assertThat(open).isEmpty();
        assertThat(routes().size()).isGreaterThan(150);
    }

    @Test
    void what_comes_before_the_second_factor_is_few_and_known() {
        var before = new TreeSet<String>();
        routes().forEach((route, handler) -> {
            if (handler.hasMethodAnnotation(BeforeAll.class)
                    && !route.contains("/second-factor")
                    && !route.contains("/passkeys")) before.add(route);
        });
        assertThat(before).containsExactlyInAnyOrderElementsOf(BEFORE);
    }

    @Test
    void a_sensitive_act_asks_again_when_the_proof_is_ten_minutes_old() {
        var open = new ArrayList<String>();
        var marked = new TreeSet<String>();
        for (var login : List.of("marc.olivet", "isabelle.roques")) {
            var visitor = visitors.as(login);
            visitor.open("/comfort");
            clock.moveBy(Duration.ofMinutes(11));
            routes().forEach((route, handler) -> {
                if (!handler.hasMethodAnnotation(StepUp.class)) return;
                marked.add(route);
                var answer = asked(visitor, route);
                // Not for this profile at all, or the proof: never the act.
                if (!answer.startsWith("/second-factor") && !answer.equals("404"))
                    open.add(login + " " + route + " " + answer);
            });
        }
        assertThat(open).isEmpty();
        assertThat(marked).hasSizeGreaterThan(20);
    }
}
