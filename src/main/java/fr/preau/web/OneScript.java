package fr.preau.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Joins our small modules into one script: a module on the line is a request, and a school's line
 * is slow. Each keeps its own scope. Only the two forms that our modules use are understood,
 * anything else stops the start.
 */
final class OneScript {
    private static final Pattern IMPORT =
            Pattern.compile("^import \\{ ([^}]+) } from '\\./([a-z]+)\\.js'$", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export (?:async )?(?:function|const) (\\w+)", Pattern.MULTILINE);

    private final Map<String, String> sources;
    private final Set<String> done = new LinkedHashSet<>();
    private final List<String> pieces = new ArrayList<>();

    private OneScript(Map<String, String> sources) {
        this.sources = sources;
    }

    /** Module name → source; the entry runs last. */
    static String of(Map<String, String> sources, String entry) {
        var script = new OneScript(new LinkedHashMap<>(sources));
        script.add(entry);
        return String.join("\n", script.pieces);
    }

    private void add(String module) {
        if (!done.add(module)) return;
        var source = sources.get(module);
        if (source == null) throw new IllegalStateException("no module " + module);
        IMPORT.matcher(source).results().map(r -> r.group(2)).forEach(this::add);
        var body = IMPORT.matcher(source).replaceAll(OneScript::taken);
        var offers = EXPORT.matcher(body).results().map(r -> r.group(1)).toList();
        body =
                EXPORT.matcher(body)
                        .replaceAll(line ->
                                Matcher.quoteReplacement(
                                        line.group().substring("export ".length())));
        if (Pattern.compile("^(import|export)\\b", Pattern.MULTILINE).matcher(body).find()) {
            throw new IllegalStateException("a line of " + module + ".js is not understood");
        }
        pieces.add(
                "const $"
                        + module
                        + " = (() => {\n"
                        + body.strip()
                        + "\nreturn { "
                        + String.join(", ", offers)
                        + " }\n})()");
    }

    /** {@code import { start as startFlash } from './flash.js'} → a constant of this scope. */
    private static String taken(MatchResult line) {
        var names =
                Arrays.stream(line.group(1).split(","))
                        .map(name -> name.strip().replace(" as ", ": "))
                        .collect(Collectors.joining(", "));
        return "const { " + names + " } = \\$" + line.group(2);
    }
}
