package fr.preau.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Makes one script of our small modules: each keeps its own names in a function of its own and
 * hands out what it exports. Understands what our modules use and nothing else: a line it cannot
 * read stops the start.
 */
final class Script {
    private static final Pattern IMPORT =
            Pattern.compile("import \\{ ([\\w$, ]+) } from '\\./([a-z]+)\\.js'");
    private static final Pattern EXPORT =
            Pattern.compile("export ((?:async )?function|const|class) (\\w+)\\b.*");

    private final Map<String, String> sources;
    private final Map<String, List<String>> exports = new LinkedHashMap<>();
    private final List<String> underWay = new ArrayList<>();
    private final StringBuilder whole = new StringBuilder();

    private Script(Map<String, String> sources) {
        this.sources = sources;
    }

    /** The module {@code entry} and all it needs, those first; sources are by name without .js. */
    static String of(String entry, Map<String, String> sources) {
        var script = new Script(sources);
        script.add(entry);
        var idle = new TreeSet<>(sources.keySet());
        idle.removeAll(script.exports.keySet());
        if (!idle.isEmpty()) throw new IllegalStateException("no module imports " + idle);
        return script.whole.toString();
    }

    private void add(String name) {
        if (exports.containsKey(name)) return;
        var source = sources.get(name);
        if (source == null) throw new IllegalStateException("no module " + name + ".js");
        if (underWay.contains(name))
            throw new IllegalStateException("modules in a circle: " + underWay + " " + name);
        underWay.add(name);
        var body = new StringBuilder();
        var handedOut = new ArrayList<String>();
        for (var line : source.lines().toList()) {
            if (line.isBlank() || line.strip().startsWith("//")) continue;
            body.append(rewritten(name, line, handedOut)).append('\n');
        }
        exports.put(name, handedOut);
        whole.append("const $%s = (() => {\n".formatted(name))
                .append(body)
                .append("return { %s }\n})()\n".formatted(String.join(", ", handedOut)));
    }

    private String rewritten(String module, String line, List<String> handedOut) {
        if (line.matches("import\\b.*")) {
            var found = IMPORT.matcher(line);
            if (!found.matches()) throw notUnderstood(module, line);
            add(found.group(2));
            for (var wanted : found.group(1).split(",")) {
                var name = wanted.strip().split(" as ")[0];
                if (!exports.get(found.group(2)).contains(name)) throw notUnderstood(module, line);
            }
            return "const { %s } = $%s"
                    .formatted(found.group(1).replace(" as ", ": "), found.group(2));
        }
        if (line.matches("export\\b.*")) {
            var found = EXPORT.matcher(line);
            if (!found.matches()) throw notUnderstood(module, line);
            handedOut.add(found.group(2));
            return line.substring("export ".length());
        }
        return line;
    }

    private static IllegalStateException notUnderstood(String module, String line) {
        return new IllegalStateException(module + ".js: cannot make one script of: " + line);
    }
}
