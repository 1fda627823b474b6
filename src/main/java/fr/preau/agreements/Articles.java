package fr.preau.agreements;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The text of a convention: what the région has written, with the facts of one convention in the
 * places between braces. What the facts say is never read as writing.
 */
final class Articles {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}\n]{1,40})}");
    private static final Pattern MARKS = Pattern.compile("([\\\\`*_{}\\[\\]()#+\\-.!<>&|~])");
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    /** The places that a text may have. */
    static final List<String> PLACES =
            List.of(
                    "année",
                    "référence",
                    "région",
                    "adresse de la région",
                    "autorité",
                    "payeur",
                    "siret",
                    "adresse",
                    "signataire",
                    "qualité",
                    "nombre",
                    "tarif",
                    "calcul",
                    "écoles",
                    "fin",
                    "responsable",
                    "conciliation",
                    "préavis",
                    "recours",
                    "tribunal");

    /** Without these a convention would not say for which schools, how much, or until when. */
    private static final Set<String> NEEDED = Set.of("payeur", "siret", "écoles", "calcul", "fin");

    private Articles() {}

    /** What a text asks for that no convention has, in the order of the alphabet. */
    static Set<String> unknown(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(place -> !PLACES.contains(place))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> missing(String text) {
        return NEEDED.stream()
                .filter(place -> !text.contains("{" + place + "}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** XHTML of the text, filled. */
    static String html(String text, Map<String, String> facts) {
        var filled =
                PLACE.matcher(text)
                        .replaceAll(place ->
                                Matcher.quoteReplacement(
                                        facts.getOrDefault(place.group(1), place.group())));
        return HTML.render(PARSER.parse(filled));
    }

    /** What this convention says in each place. */
    static Map<String, String> facts(
            Agreement agreement, List<AgreementSchool> schools, Terms terms, int rate) {
        var first = Terms.firstDay(agreement.year());
        var facts = new LinkedHashMap<String, String>();
        facts.put("année", agreement.yearLabel());
        facts.put("référence", agreement.reference());
        facts.put("région", terms.today(Term.REGION));
        facts.put("adresse de la région", terms.today(Term.REGION_ADDRESS));
        facts.put("autorité", terms.today(Term.REGION_AUTHORITY));
        facts.put("payeur", agreement.debtorName());
        facts.put("siret", agreement.siret());
        facts.put("adresse", agreement.address());
        facts.put("signataire", agreement.signatoryName());
        facts.put("qualité", agreement.signatoryTitle());
        facts.put("nombre", Integer.toString(schools.size()));
        facts.put("tarif", Money.of(rate));
        facts.put("calcul", sum(schools.size(), rate));
        facts.put("fin", Dates.onPaper(agreement.endsOn()).replaceFirst("^\\S+ ", ""));
        facts.put("responsable", terms.on(Term.CONTROLLER, first));
        facts.put(
                "conciliation",
                count("agreements.months", terms.number(Term.CONCILIATION_MONTHS, first)));
        facts.put("préavis", count("agreements.days", terms.number(Term.TERMINATION_DAYS, first)));
        facts.put("recours", count("agreements.months", terms.number(Term.COURT_MONTHS, first)));
        facts.put("tribunal", terms.on(Term.COURT, first));
        facts.replaceAll((place, value) -> plain(value));
        facts.put(
                "écoles",
                schools.stream()
                        .map(school -> "- " + plain(school.label()))
                        .collect(Collectors.joining("\n")));
        return facts;
    }

    /** « 2 x 45€ soit 90€ » */
    static String sum(int schools, int rate) {
        return t("agreements.sum", schools, Money.tight(rate), Money.tight(schools * rate));
    }

    private static String plain(String words) {
        return MARKS.matcher(words.replaceAll("\\s", " ")).replaceAll("\\\\$1");
    }
}
