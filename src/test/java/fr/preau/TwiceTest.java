package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A form that is sent twice, by a finger or by a network, does its work once and is answered twice
 * the same. Every route that writes, by the first of the cast for whom it does.
 */
@School
class TwiceTest {
    private static final int PAGES = "full".equals(System.getProperty("preau.proof")) ? 300 : 60;

    private static final List<String> CAST =
            List.of(
                    "marc.olivet",
                    "helene.costa",
                    "amina.benali",
                    "isabelle.roques",
                    "yanis.benali",
                    "tom.costa",
                    "mireille.castan",
                    "patrick.mazel",
                    "remi.vernet");

    /**
     * Forms of the door have no account yet; leaving, or taking a device away, ends what the second
     * would be asked with.
     */
    private static final Pattern AT_THE_DOOR =
            Pattern.compile(
                    "/(sign-out|sign-in|forgotten|activation|cards|class|passkeys|security/devices)(/.*)?");

    /** Everything that is kept, save when each session was last seen and the keys themselves. */
    private static final String DIGEST =
            """
            create or replace function pg_temp.digest() returns text language plpgsql as $$
            declare t record; one text; whole text := '';
            begin
              for t in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('session', 'once', 'event_publication') order by c.relname
              loop
                execute format($q$select count(*) || ':' || coalesce(sum(hashtext(x::text)::bigint), 0) from %s x$q$, t.name) into one;
                whole := whole || t.name || '=' || one || E'\n';
              end loop;
              return whole;
            end $$\
            """;

    @Autowired Visitors visitors;
    @Autowired RequestMappingHandlerMapping mapping;
    @Autowired HikariDataSource pool;

    private Set<String> written() {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (!handler.getBeanType().getPackageName().startsWith("fr.preau")) return;
                    if (info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                        routes.addAll(info.getPatternValues());
                });
        routes.removeIf(route -> AT_THE_DOOR.matcher(route).matches());
        return routes;
    }

    @Test
    void what_is_sent_twice_is_done_once_and_answered_twice_the_same() throws SQLException {
        var things = Things.find(pool);
        var done = new TreeSet<String>();
        try (var all = Superuser.connect(pool, "preau")) {
            try (var sql = all.createStatement()) {
                sql.execute(DIGEST);
            }
            for (var route : written()) {
                var before = digest(all);
                for (var login : CAST) {
                    var form = new HashMap<>(things.fields(route));
                    form.put("_once", "twice" + Math.abs(route.hashCode()) + login.hashCode() % 97);
                    if (!acts(visitors.as(login), things.address(route), form, route, before, all))
                        continue;
                    done.add(route);
                    break;
                }
            }
        }
        assertThat(done)
                .as("those who write to people, at least")
                .contains(
                        "/messages/files",
                        "/messages/{letter}/recall",
                        "/messages/{letter}/reply/files",
                        "/liaison/{number}/correction",
                        "/liaison/{number}/reminder",
                        "/liaison/{number}/reply",
                        "/liaison/{number}/signature",
                        "/notifications/reading",
                        "/quiet/usual")
                .hasSizeGreaterThan(20);
    }

    @Test
    void every_form_that_somebody_is_shown_is_sent_twice_as_it_is() throws SQLException {
        var done = new TreeSet<String>();
        try (var all = Superuser.connect(pool, "preau")) {
            try (var sql = all.createStatement()) {
                sql.execute(DIGEST);
            }
            for (var login : CAST) {
                var visitor = visitors.as(login);
                for (var form : shownTo(visitor).values()) {
                    var action = form.attr("action");
                    if (acts(
                            visitor,
                            action,
                            filled(form),
                            login + " at " + action,
                            digest(all),
                            all)) done.add(action.replaceAll("\\d+", "N"));
                }
            }
        }
        assertThat(done)
                .contains(
                        "/messages",
                        "/messages/folders",
                        "/messages/signature",
                        "/liaison",
                        "/liaison/N/reply",
                        "/liaison/N/signature",
                        "/notifications/preferences")
                .hasSizeGreaterThan(12);
    }

    /** One form of each kind. */
    private static Map<String, Element> shownTo(Visitor visitor) {
        var forms = new LinkedHashMap<String, Element>();
        Walk.of(
                visitor,
                PAGES,
                page ->
                        page.page().select("form[method=post][action^=/]").stream()
                                .filter(form -> !AT_THE_DOOR.matcher(form.attr("action")).matches())
                                .forEach(form ->
                                        forms.putIfAbsent(
                                                form.attr("action").replaceAll("\\d+", "N"),
                                                form)));
        return forms;
    }

    /** As somebody fills it who takes the first of every choice. */
    private static Map<String, String> filled(Element form) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : form.select("input[name], textarea[name], select[name]")) {
            var name = field.attr("name");
            if (fields.containsKey(name) && !field.hasAttr("checked")) continue;
            fields.put(
                    name,
                    switch (field.tagName()) {
                        case "select" -> field.select("option").eachAttr("value").getFirst();
                        case "textarea" -> field.text().isEmpty() ? "Un essai" : field.text();
                        default -> typed(field);
                    });
        }
        fields.remove("_csrf");
        fields.remove("look");
        return fields;
    }

    private static String typed(Element field) {
        if (!field.val().isEmpty()) return field.val();
        return switch (field.attr("type")) {
            case "checkbox" -> "on";
            case "date" -> "2024-09-20";
            case "time" -> "12:00";
            case "datetime-local" -> "2024-09-20T12:00";
            case "email" -> "essai@example.org";
            case "number" -> "1";
            case "file" -> "";
            default -> "Un essai";
        };
    }

    /** False when this person's form was refused or changed nothing. */
    private boolean acts(
            Visitor visitor,
            String address,
            Map<String, String> form,
            String route,
            String before,
            Connection all)
            throws SQLException {
        var first = visitor.post(address, form);
        if (first.status() != 303 || first.location().startsWith("/sign-in")) return false;
        var after = digest(all);
        if (after.equals(before)) return false;
        var second = visitor.post(address, form);
        assertThat(second.status()).as(route).isEqualTo(303);
        assertThat(second.location()).as(route).isEqualTo(first.location());
        assertThat(digest(all)).as("%s, sent twice", route).isEqualTo(after);
        return true;
    }

    private static String digest(Connection all) throws SQLException {
        try (var sql = all.createStatement();
                var rows = sql.executeQuery("select pg_temp.digest()")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
