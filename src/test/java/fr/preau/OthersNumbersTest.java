package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.http.server.PathContainer;

/**
 * Every number that somebody was shown, asked for by seven others at every address where it fits.
 * Whoever was not shown it is answered as if it did not exist. Two of the cast each time, all of
 * them when everything is proved.
 */
@School
class OthersNumbersTest {
    private static final boolean EVERYTHING = "full".equals(System.getProperty("preau.proof"));
    private static final int PAGES = EVERYTHING ? 400 : 60;
    private static final int OF_A_KIND = EVERYTHING ? 60 : 6;

    private static final List<String> CAST =
            List.of(
                    "helene.costa",
                    "amina.benali",
                    "yanis.benali",
                    "thomas.leroy",
                    "julien.pradal",
                    "nadia.ferrand",
                    "claude.toulousain",
                    "mireille.castan");

    /** A thing at an address: the name of the variable and what stood there. */
    private record Thing(String name, String value) {}

    @Autowired Visitors visitors;
    @Autowired RequestMappingHandlerMapping mapping;
    @Autowired JdbcClient db;
    @Autowired Walls walls;

    private final Map<String, PathPattern> routes = new TreeMap<>();

    private void learn() {
        var parser = new PathPatternParser();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (!handler.getBeanType().getPackageName().startsWith("fr.preau")) return;
                    if (!info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                        return;
                    for (var path : info.getPatternValues())
                        if (!path.endsWith("/live")) routes.put(path, parser.parse(path));
                });
    }

    @Test
    void a_number_that_one_was_not_shown_is_of_nothing() {
        learn();
        var shown = new HashMap<String, Set<Thing>>();
        for (var login : CAST) shown.put(login, shownTo(login));
        var tried = 0;
        for (var login : EVERYTHING ? CAST : CAST.subList(0, 2)) {
            for (var thing : some(shown.get(login))) {
                for (var other : CAST) {
                    if (other.equals(login) || shown.get(other).contains(thing)) continue;
                    tried += tryAt(other, thing);
                }
            }
        }
        assertThat(tried)
                .as("the premise: numbers were tried")
                .isGreaterThan(EVERYTHING ? 1_000 : 60);
    }

    /** Some of each kind of thing. */
    private static Set<Thing> some(Set<Thing> shown) {
        var count = new HashMap<String, Integer>();
        var some = new LinkedHashSet<Thing>();
        for (var thing : shown)
            if (count.merge(thing.name(), 1, Integer::sum) <= OF_A_KIND) some.add(thing);
        return some;
    }

    private int tryAt(String other, Thing thing) {
        var visitor = visitors.as(other);
        var tried = 0;
        for (var route : routes.keySet()) {
            var address = filled(route, thing);
            if (address == null) continue;
            tried++;
            var answer = visitor.ask(address);
            if (answer.location().startsWith("/sign-in")) continue;
            assertThat(answer.status()).as("%s at %s", other, address).isIn(403, 404);
            var absent = visitor.ask(filled(route, new Thing(thing.name(), "999999998")));
            assertThat(plain(answer, address))
                    .as("%s at %s", other, address)
                    .isEqualTo(plain(absent, address));
        }
        return tried;
    }

    /** The route with this thing, when it names nothing else. */
    private static String filled(String route, Thing thing) {
        var address = route.replaceAll("\\{" + thing.name() + "(:[^{}]*)?}", thing.value());
        return address.equals(route) || address.contains("{") ? null : address;
    }

    private static String plain(Visitor.Answer answer, String address) {
        return answer.status()
                + answer.body()
                        .replaceAll("value=\"[^\"]*\"", "")
                        .replaceAll("\\d{9,}|" + java.util.regex.Pattern.quote(address), "");
    }

    /** Every number in the pages that this person finds, and the schools that are theirs anyhow. */
    private Set<Thing> shownTo(String login) {
        var things = new LinkedHashSet<Thing>();
        for (var school : schoolsOf(login)) things.add(new Thing("school", school));
        Walk.of(
                visitors.as(login),
                PAGES,
                page -> Walk.addresses(page).forEach(link -> things.addAll(thingsIn(link))));
        return things;
    }

    private List<String> schoolsOf(String login) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select r.structure_id::text from account a join account_person ap on ap.account_id = a.id join role r on r.person_id = ap.person_id
                                         where a.login = :login
                                        """)
                                .param("login", login)
                                .query(String.class)
                                .list());
    }

    private List<PathPattern> matching(String path) {
        var container = PathContainer.parsePath(path);
        return routes.values().stream().filter(route -> route.matches(container)).toList();
    }

    private List<Thing> thingsIn(String link) {
        var path = link.replaceAll("\\?.*", "");
        var things = new ArrayList<Thing>();
        for (var route : matching(path))
            route.matchAndExtract(PathContainer.parsePath(path))
                    .getUriVariables()
                    .forEach((name, value) -> {
                        if (value.matches("\\d+")) things.add(new Thing(name, value));
                    });
        return things;
    }
}
