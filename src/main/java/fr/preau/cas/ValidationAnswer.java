package fr.preau.cas;

import fr.preau.connectors.Release.Said;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service is answered when it shows a ticket: XML, or JSON when it asks so (CAS 3.0.3, 2.5).
 */
final class ValidationAnswer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final boolean json;

    ValidationAnswer(@Nullable String format) {
        this.json = "JSON".equalsIgnoreCase(format);
    }

    /** Why a ticket was not believed (2.5.3). */
    enum Failure {
        INVALID_REQUEST("Il manque le service ou le ticket."),
        INVALID_TICKET_SPEC("Ce ticket ne convient pas à cette demande."),
        UNAUTHORIZED_SERVICE_PROXY("Ce service ne peut agir au nom de personne."),
        INVALID_PROXY_CALLBACK("L’adresse de rappel n’est pas inscrite, ou n’a pas répondu."),
        INVALID_TICKET("Ce ticket est inconnu, ou a déjà servi."),
        INVALID_SERVICE("Ce ticket était pour un autre service."),
        UNAUTHORIZED_SERVICE("Ce service n’est pas inscrit.");

        private final String words;

        Failure(String words) {
            this.words = words;
        }
    }

    /** Whom a good ticket speaks of. */
    record Success(
            Said said,
            boolean attributes,
            Instant since,
            boolean fresh,
            @Nullable String granting,
            List<String> proxies) {}

    String type() {
        return json ? "application/json;charset=UTF-8" : "application/xml;charset=UTF-8";
    }

    String failure(Failure failure) {
        if (json)
            return wrap(
                    "authenticationFailure",
                    Map.of("code", failure.name(), "description", failure.words));
        return envelope(
                "  <cas:authenticationFailure code=\""
                        + failure.name()
                        + "\">"
                        + escape(failure.words)
                        + "</cas:authenticationFailure>\n");
    }

    String proxyFailure(Failure failure) {
        if (json)
            return wrap(
                    "proxyFailure", Map.of("code", failure.name(), "description", failure.words));
        return envelope(
                "  <cas:proxyFailure code=\""
                        + failure.name()
                        + "\">"
                        + escape(failure.words)
                        + "</cas:proxyFailure>\n");
    }

    String proxySuccess(String ticket) {
        if (json) return wrap("proxySuccess", Map.of("proxyTicket", ticket));
        return envelope(
                "  <cas:proxySuccess>\n"
                        + element("    ", "proxyTicket", ticket)
                        + "  </cas:proxySuccess>\n");
    }

    String success(Success good) {
        return json ? inJson(good) : inXml(good);
    }

    private static String inXml(Success good) {
        var xml = new StringBuilder("  <cas:authenticationSuccess>\n");
        xml.append(element("    ", "user", good.said().subject()));
        if (good.attributes()) {
            xml.append("    <cas:attributes>\n");
            xml.append(element("      ", "authenticationDate", instant(good.since())));
            xml.append(element("      ", "longTermAuthenticationRequestTokenUsed", "false"));
            xml.append(element("      ", "isFromNewLogin", String.valueOf(good.fresh())));
            good.said()
                    .attributes()
                    .forEach((name, values) ->
                            values.forEach(
                                    value -> xml.append(element("      ", name.wire(), value))));
            xml.append("    </cas:attributes>\n");
        }
        if (good.granting() != null)
            xml.append(element("    ", "proxyGrantingTicket", good.granting()));
        if (!good.proxies().isEmpty()) {
            xml.append("    <cas:proxies>\n");
            good.proxies().forEach(proxy -> xml.append(element("      ", "proxy", proxy)));
            xml.append("    </cas:proxies>\n");
        }
        return envelope(xml.append("  </cas:authenticationSuccess>\n").toString());
    }

    private static String inJson(Success good) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("user", good.said().subject());
        if (good.attributes()) {
            var attributes = new LinkedHashMap<String, Object>();
            attributes.put("authenticationDate", instant(good.since()));
            attributes.put("longTermAuthenticationRequestTokenUsed", false);
            attributes.put("isFromNewLogin", good.fresh());
            good.said().attributes().forEach((name, values) -> attributes.put(name.wire(), values));
            answer.put("attributes", attributes);
        }
        if (good.granting() != null) answer.put("proxyGrantingTicket", good.granting());
        if (!good.proxies().isEmpty()) answer.put("proxies", good.proxies());
        return wrap("authenticationSuccess", answer);
    }

    private static String instant(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String wrap(String what, Map<String, ?> content) {
        return JSON.writeValueAsString(Map.of("serviceResponse", Map.of(what, content)));
    }

    private static String envelope(String content) {
        return "<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\">\n"
                + content
                + "</cas:serviceResponse>\n";
    }

    private static String element(String indent, String name, String value) {
        return indent + "<cas:" + name + ">" + escape(value) + "</cas:" + name + ">\n";
    }

    /** Characters that XML 1.0 cannot carry are left out. */
    private static String escape(String text) {
        return HtmlUtils.htmlEscape(
                text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD]", ""), "UTF-8");
    }
}
