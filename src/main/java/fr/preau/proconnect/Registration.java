package fr.preau.proconnect;

import com.nimbusds.jose.JWSAlgorithm;
import fr.preau.database.Unusable;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where ProConnect is and who we are there, from the settings; nothing when they say nothing. */
@Component
public class Registration {
    private static final String KNOWN = "/.well-known/openid-configuration";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private volatile @Nullable Counterpart current;

    Registration(Environment settings) {
        current = read(settings);
    }

    /** The counterpart, when there is one. */
    Optional<Counterpart> current() {
        return Optional.ofNullable(current);
    }

    /** Whether agents of town halls enter by ProConnect here. */
    public boolean isKnown() {
        return current != null;
    }

    /** The demo plays it; never in place of a real one. */
    void put(Counterpart counterpart) {
        current = counterpart;
    }

    private static @Nullable Counterpart read(Environment settings) {
        var discovery = of(settings, "discovery");
        if (discovery.isEmpty()) return null;
        var algorithm = of(settings, "signature");
        if (!discovery.matches("https://[!-~]+" + KNOWN))
            throw new Unusable(
                    "PREAU_PROCONNECT_DISCOVERY doit être en https et finir par " + KNOWN + ".");
        if (of(settings, "client").isEmpty() || of(settings, "secret").isEmpty())
            throw new Unusable(
                    "Avec PREAU_PROCONNECT_DISCOVERY, donner PREAU_PROCONNECT_CLIENT et PREAU_PROCONNECT_SECRET.");
        if (!algorithm.equals("RS256") && !algorithm.equals("ES256"))
            throw new Unusable("PREAU_PROCONNECT_SIGNATURE est RS256 ou ES256.");
        var issuer = of(settings, "issuer");
        return new Counterpart(
                issuer.isEmpty()
                        ? discovery.substring(0, discovery.length() - KNOWN.length())
                        : issuer,
                URI.create(discovery),
                of(settings, "client"),
                of(settings, "secret"),
                JWSAlgorithm.parse(algorithm),
                Arrays.stream(of(settings, "hosts").split("[\\s,]+"))
                        .filter(host -> !host.isEmpty())
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                PATIENCE,
                false);
    }

    private static String of(Environment settings, String name) {
        return settings.getProperty("preau.proconnect." + name, "").strip();
    }
}
