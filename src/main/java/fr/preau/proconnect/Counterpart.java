package fr.preau.proconnect;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * ProConnect as it was registered with us: its name in every token, where it describes itself, who
 * we are there, and the one algorithm it signs with. {@code local}: this site plays it, over plain
 * http on its own machine.
 */
record Counterpart(
        String issuer,
        URI discovery,
        String client,
        String secret,
        JWSAlgorithm algorithm,
        Set<String> hosts,
        Duration patience,
        boolean local) {
    /** Whether something may be asked there: nothing goes to a host that nobody wrote down. */
    boolean mayAsk(URI address) {
        if (address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null) return false;
        if (local)
            return address.getScheme().equals(discovery.getScheme())
                    && address.getHost().equals(discovery.getHost())
                    && address.getPort() == discovery.getPort();
        var host = address.getHost().toLowerCase(Locale.ROOT);
        return "https".equals(address.getScheme())
                && (address.getPort() == -1
                        || address.getPort() == 443
                        || address.getPort() == discovery.getPort())
                && (host.equalsIgnoreCase(discovery.getHost()) || hosts.contains(host));
    }
}
