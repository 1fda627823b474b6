package fr.preau.push;

import fr.preau.database.Unusable;
import fr.preau.web.Mode;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The push services that we call. An address comes from a browser, so from anybody: it is believed
 * when it is https at one of these hosts, and the host is not of our own network.
 */
@Component
class PushHosts {
    private static final int LONGEST = 1024;

    /** For trying without a network: this machine, in the clear. Never in production. */
    private static final String HERE = "localhost";

    private final List<String> hosts;

    PushHosts(@Value("${preau.push.hosts:}") String hosts, Mode mode) {
        this.hosts =
                Stream.of(hosts.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(host -> !host.isEmpty())
                        .toList();
        for (var host : this.hosts)
            if (!host.matches("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+") && !isHereAllowed(host, mode))
                throw new Unusable(
                        "PREAU_PUSH_HOSTS doit nommer des serveurs, séparés par des virgules.");
    }

    private static boolean isHereAllowed(String host, Mode mode) {
        return host.equals(HERE) && mode.isPlayground();
    }

    boolean any() {
        return !hosts.isEmpty();
    }

    /** The address, when it may be called; who answers to its name is asked at each call. */
    Optional<URI> admitted(String typed) {
        if (typed.length() > LONGEST || !typed.matches("[!-~]+")) return Optional.empty();
        try {
            return Optional.of(new URI(typed)).filter(this::isAdmitted);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isAdmitted(URI address) {
        var host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null)
            return false;
        host = host.toLowerCase(Locale.ROOT);
        if (host.equals(HERE)) return hosts.contains(HERE);
        return "https".equalsIgnoreCase(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == 443)
                && hosts.stream().anyMatch(named(host)::equals);
    }

    /** The entry of the list that this host would be: itself, or its parent's star. */
    private String named(String host) {
        return hosts.contains(host) ? host : "*" + host.substring(Math.max(0, host.indexOf('.')));
    }

    /**
     * Whether the name leads outside: a name of the list that leads to our network is not called.
     */
    boolean leadsOutside(URI address) {
        if (address.getHost().equalsIgnoreCase(HERE)) return hosts.contains(HERE);
        try {
            return Stream.of(InetAddress.getAllByName(address.getHost()))
                    .noneMatch(PushHosts::isOurs);
        } catch (UnknownHostException e) {
            // Nobody answers to it: the call will say so, or a proxy will know.
            return true;
        }
    }

    static boolean isOurs(InetAddress address) {
        var bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc
                || bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64
                || bytes.length == 4 && bytes[0] == 0;
    }
}
