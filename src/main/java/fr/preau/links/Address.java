package fr.preau.links;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where an address leads, as a browser reads it: the host in its plain form ({@code xn--…}) and,
 * before an {@code @}, what only looks like one.
 */
record Address(String host, String before) {
    private static final Pattern SHAPE =
            Pattern.compile("^(?:(https?):)?[/]*([^/?#]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("^(?!https?:)[A-Za-z][A-Za-z0-9+-]*:(?!\\d)");

    /**
     * The readings of an address: a backslash ends the host for one browser and not for another.
     * Empty for what leads to no host.
     */
    static List<Address> of(String typed) {
        var plain = typed.replaceAll("[\\s\\p{Cc}\\p{Cf}]", "").replaceAll("[。．｡]", ".");
        if (plain.isEmpty() || OTHER_SCHEME.matcher(plain).find()) return List.of();
        var readings = new ArrayList<Address>();
        readings.add(read(plain.replace('\\', '/')));
        if (plain.contains("\\")) readings.add(read(plain));
        readings.removeIf(address -> address.host().isEmpty());
        return readings;
    }

    private static Address read(String plain) {
        var shape = SHAPE.matcher(plain);
        if (!shape.find()) return new Address("", "");
        var authority = decoded(shape.group(2));
        var at = authority.lastIndexOf('@');
        return new Address(
                ascii(authority.substring(at + 1)), at < 0 ? "" : authority.substring(0, at));
    }

    private static String decoded(String text) {
        return Pattern.compile("%([0-9A-Fa-f]{2})")
                .matcher(text)
                .replaceAll(m ->
                        java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    static String ascii(String host) {
        var bare =
                host.replaceAll(":\\d*$", "")
                        .replaceAll("^\\.+|\\.+$", "")
                        .toLowerCase(Locale.ROOT);
        try {
            return IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return bare;
        }
    }
}
