package fr.preau;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/** A visitor who follows every link of every page, the nearest first. */
public final class Walk {
    private Walk() {}

    /** Shows each page that is found from home on, so many at most. */
    public static void of(Visitor visitor, int pages, Consumer<Visitor.Answer> page) {
        var seen = new HashSet<String>();
        var waiting = new ArrayDeque<String>(List.of("/"));
        while (!waiting.isEmpty() && seen.size() < pages) {
            var address = waiting.poll();
            if (!seen.add(address)) continue;
            var answer = visitor.ask(address);
            if (answer.status() == 303 && answer.location().startsWith("/"))
                waiting.add(answer.location());
            if (answer.status() != 200 || !isPage(answer)) continue;
            page.accept(answer);
            answer.page().select("a[href^=/]").eachAttr("href").stream()
                    .map(Walk::bare)
                    .filter(link -> !link.contains("sign-out") && !link.contains("/live"))
                    .forEach(waiting::add);
        }
    }

    /** Every address of this site that a page names. */
    static List<String> addresses(Visitor.Answer answer) {
        var all = new ArrayList<String>();
        all.addAll(answer.page().select("a[href^=/]").eachAttr("href"));
        all.addAll(answer.page().select("form[action^=/]").eachAttr("action"));
        all.addAll(answer.page().select("[src^=/]").eachAttr("src"));
        return all.stream().map(Walk::bare).distinct().toList();
    }

    private static boolean isPage(Visitor.Answer answer) {
        return answer.headers().firstValue("Content-Type").orElse("").contains("html");
    }

    private static String bare(String link) {
        return link.replaceAll("#.*", "");
    }
}
