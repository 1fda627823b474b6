package fr.preau.links;

import static fr.preau.web.Wording.t;

import fr.preau.web.Markdown;
import java.net.IDN;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The hosts where people of schools really sign in, and what imitates them. Pure. */
public record TrustedHosts(Collection<Host> hosts) {
    /** A host with all below it; {@code word} is in no honest host of somebody else. */
    public record Host(String name, @Nullable String word) {}

    /** What looks like {@code imitated} and leads to {@code real}. */
    public record Imitation(String imitated, String real) {
        public String sentence() {
            return t("links.problem", imitated, real);
        }
    }

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "https?:[^\\s<>()\\[\\]\"«»]+|[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)+",
                    Pattern.CASE_INSENSITIVE);

    /** The first imitation in a text, written as a link or as words. */
    public Optional<Imitation> imitationIn(String commonmark) {
        var found = new ArrayList<Imitation>();
        for (var link : linksOf(Markdown.parse(commonmark))) of(link).ifPresent(found::add);
        WRITTEN.matcher(commonmark).results().forEach(m -> of(m.group()).ifPresent(found::add));
        return found.stream().findFirst();
    }

    /** Safe HTML of what somebody wrote: each link says where it leads, an imitation is no link. */
    public String html(String commonmark) {
        return Markdown.html(commonmark, document -> linksOf(document).forEach(this::show));
    }

    private void show(Link link) {
        var address = Address.of(link.getDestination());
        if (address.isEmpty()) return;
        var imitation = of(link);
        if (imitation.isEmpty()) {
            var host = address.getFirst().host();
            if (!words(link).contains(host)) link.insertAfter(new Text(" (" + host + ")"));
            return;
        }
        var warning = new Emphasis();
        warning.appendChild(
                new Text(t("links.off", imitation.get().imitated(), imitation.get().real())));
        link.insertAfter(warning);
        for (var child = link.getFirstChild(); child != null; child = link.getFirstChild())
            link.insertBefore(child);
        link.insertBefore(new Text(" "));
        link.unlink();
    }

    private Optional<Imitation> of(Link link) {
        var imitation = of(link.getDestination());
        if (imitation.isPresent()) return imitation;
        var address = Address.of(link.getDestination());
        if (address.isEmpty() || isTrusted(address.getFirst().host())) return Optional.empty();
        // « educonnect.education.gouv.fr » written on a link that leads elsewhere.
        return WRITTEN.matcher(words(link))
                .results()
                .flatMap(m -> Address.of(m.group()).stream())
                .map(Address::host)
                .filter(this::isTrusted)
                .findFirst()
                .map(shown -> new Imitation(shown, address.getFirst().host()));
    }

    /** What this address imitates; empty for an honest one. */
    Optional<Imitation> of(String address) {
        for (var reading : Address.of(address)) {
            var imitated = imitated(reading);
            if (imitated.isPresent())
                return imitated.map(name -> new Imitation(name, reading.host()));
        }
        return Optional.empty();
    }

    private Optional<String> imitated(Address address) {
        if (!address.before().isEmpty() && !isTrusted(address.host())) {
            var shown = Address.ascii(address.before().replaceAll("[:\\\\/].*$", ""));
            if (isTrusted(shown)) return Optional.of(shown);
            var alike = alike(shown);
            if (alike.isPresent()) return alike;
        }
        return isTrusted(address.host()) ? Optional.empty() : alike(address.host());
    }

    private boolean isTrusted(String host) {
        return hosts.stream()
                .anyMatch(one -> host.equals(one.name()) || host.endsWith("." + one.name()));
    }

    private Optional<String> alike(String host) {
        var seen = Skeleton.of(IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED)).replaceAll("^www\\.", "");
        return hosts.stream().filter(one -> isAlike(seen, one)).map(Host::name).findFirst();
    }

    private static boolean isAlike(String seen, Host trusted) {
        var name = Skeleton.of(trusted.name());
        if (("." + seen.replace('-', '.') + ".").contains("." + name.replace('-', '.') + "."))
            return true;
        if (tight(name).length() >= 10 && isRunInto(seen, tight(name))) return true;
        if (Skeleton.distance(end(seen, name), name) <= slips(name)) return true;
        return trusted.word() != null && hasWord(seen, Skeleton.of(trusted.word()));
    }

    /** The name without its dots, from the beginning of some part on: « educonnecteducation… ». */
    private static boolean isRunInto(String seen, String name) {
        for (var from = 0; from >= 0; from = next(seen, from))
            if (tight(seen.substring(from)).startsWith(name)) return true;
        return false;
    }

    private static int next(String seen, int from) {
        for (var i = from; i < seen.length(); i++)
            if (seen.charAt(i) == '.' || seen.charAt(i) == '-') return i + 1;
        return -1;
    }

    /** The last labels of a host, as many as the other has. */
    private static String end(String seen, String name) {
        var labels = seen.split("\\.");
        var many = Math.min(labels.length, name.split("\\.").length);
        return String.join(".", Arrays.copyOfRange(labels, labels.length - many, labels.length));
    }

    private static int slips(String name) {
        return name.length() < 11 ? 0 : name.length() < 15 ? 1 : 2;
    }

    private static boolean hasWord(String seen, String word) {
        for (var label : seen.split("\\.")) {
            if (("-" + label + "-").contains("-" + word + "-")) return true;
            if (tight(label).startsWith(tight(word))) return true;
            if (word.length() >= 10 && !word.contains("-") && tight(label).contains(word))
                return true;
            if (word.length() >= 10 && !word.contains("-"))
                for (var part : label.split("-"))
                    if (Skeleton.distance(part, word) <= 2) return true;
        }
        return false;
    }

    private static String tight(String host) {
        return host.replaceAll("[.-]", "");
    }

    private static String words(Link link) {
        var words = new StringBuilder();
        link.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text text) {
                        words.append(text.getLiteral());
                    }
                });
        return words.toString();
    }

    private static List<Link> linksOf(Node document) {
        var links = new ArrayList<Link>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Link link) {
                        links.add(link);
                        visitChildren(link);
                    }
                });
        return links;
    }
}
