package fr.preau.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reading comfort, kept per person and put on {@code <html>} as {@code data-…} attributes. */
public record Comfort(Map<String, String> settings) {
    /** What may be chosen; the first value is the usual one and is not kept. */
    public static final Map<String, List<String>> CHOICES = choices();

    public static final Comfort USUAL = new Comfort(Map.of());

    private static Map<String, List<String>> choices() {
        var choices = new LinkedHashMap<String, List<String>>();
        choices.put("theme", List.of("system", "light", "dark"));
        choices.put("font", List.of("usual", "dyslexic"));
        choices.put("size", List.of("usual", "large", "larger"));
        choices.put("spacing", List.of("usual", "wide"));
        choices.put("contrast", List.of("usual", "high"));
        choices.put("motion", List.of("usual", "reduced"));
        return choices;
    }

    /** Keeps only known settings with known values: what is stored reaches attributes. */
    public static Comfort of(Map<String, String> typed) {
        var kept = new LinkedHashMap<String, String>();
        CHOICES.forEach((name, values) -> {
            var value = typed.get(name);
            if (value != null && values.indexOf(value) > 0) kept.put(name, value);
        });
        return new Comfort(kept);
    }

    /** {@code theme=dark;size=large} */
    public static Comfort parse(String stored) {
        var typed = new LinkedHashMap<String, String>();
        for (var pair : stored.split(";")) {
            var at = pair.indexOf('=');
            if (at > 0) typed.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return of(typed);
    }

    public String stored() {
        return String.join(
                ";",
                settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }

    public String chosen(String name) {
        return settings.getOrDefault(name, CHOICES.get(name).getFirst());
    }
}
