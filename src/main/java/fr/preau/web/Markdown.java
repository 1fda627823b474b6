package fr.preau.web;

import java.util.function.Consumer;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Text written by people: commonmark with a short list of what it may become; everything else is
 * shown as typed.
 */
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).softbreak("<br>\n").build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

    /** A second sieve after the renderer: what is not listed does not reach a page. */
    private static final PolicyFactory ALLOWED =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "br",
                            "strong",
                            "em",
                            "ul",
                            "ol",
                            "li",
                            "blockquote",
                            "h3",
                            "h4",
                            "h5",
                            "h6",
                            "a",
                            "hr",
                            "code",
                            "pre")
                    .allowElements((element, attributes) -> "h3", "h1")
                    .allowElements((element, attributes) -> "h4", "h2")
                    .allowUrlProtocols("https", "http", "mailto", "tel")
                    .allowAttributes("href")
                    .onElements("a")
                    .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
                    .toFactory();

    private Markdown() {}

    /** Safe HTML. Headings start at level 3: the page has its own h1 and h2. */
    public static String html(String commonmark) {
        return html(commonmark, document -> {});
    }

    /** The same, once something has been changed in what was written. */
    public static String html(String commonmark, Consumer<Node> change) {
        var document = parse(commonmark);
        change.accept(document);
        return sieved(HTML.render(document));
    }

    /** What the second sieve leaves of HTML. */
    public static String sieved(String html) {
        return ALLOWED.sanitize(html);
    }

    /** Safe HTML for a text of ours right under the title of its page: its headings are h2. */
    public static String document(String commonmark) {
        return html(commonmark).replaceAll("(</?)h[34]>", "$1h2>");
    }

    /** Lines of a list follow one another; a mark whose twin was cut off is no word. */
    private static String unmarked(String text) {
        var words = new StringBuilder();
        var listed = false;
        for (var line : text.split("\n")) {
            var item = line.strip().replaceFirst("^[-*+] ", "");
            var isItem = !item.equals(line.strip());
            words.append(listed && isItem ? ", " : " ").append(item);
            listed = isItem || listed && item.isEmpty();
        }
        return words.toString().replace("**", "");
    }

    /** The words alone, on one line, cut at a length. */
    public static String excerpt(String commonmark, int length) {
        var words = unmarked(TEXT.render(parse(commonmark))).replaceAll("\\s+", " ").strip();
        if (words.length() <= length) return words;
        var cut = words.lastIndexOf(' ', length - 1);
        return words.substring(0, cut > length / 2 ? cut : length - 1) + "…";
    }

    public static Node parse(String commonmark) {
        return PARSER.parse(commonmark);
    }
}
