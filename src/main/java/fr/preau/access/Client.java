package fr.preau.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The program that asks, as far as it says: its family and its system, in words that its owner
 * recognises, and the network that it asks from. A version changes overnight, an address on the way
 * home; the family does not change during a session.
 */
record Client(String name, String network) {
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        // The order matters: most say that they are the others as well.
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("SamsungBrowser", "Samsung Internet");
        BROWSERS.put("Firefox", "Firefox");
        BROWSERS.put("FxiOS", "Firefox");
        BROWSERS.put("CriOS", "Chrome");
        BROWSERS.put("Chrome", "Chrome");
        BROWSERS.put("Safari", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("CrOS", "Chromebook");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Macintosh", "Mac");
        SYSTEMS.put("Linux", "Linux");
    }

    static Client of(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return new Client(named(agent == null ? "" : agent), networkOf(request.getRemoteAddr()));
    }

    static String named(String agent) {
        return first(BROWSERS, agent, "Navigateur") + " sur " + first(SYSTEMS, agent, "appareil");
    }

    private static String first(Map<String, String> known, String agent, String otherwise) {
        return known.entrySet().stream()
                .filter(sign -> agent.contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    /** Enough to see that it changes, not where it is. */
    static String networkOf(String address) {
        return HexFormat.of().formatHex(Tokens.hash(DoorPolicy.neighbourhoodOf(address)), 0, 8);
    }
}
