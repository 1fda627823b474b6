package fr.preau.saml;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a provider wants the browser at sign-out ({@code FrEduUrlRetour}): believed when it is a
 * page of the provider's own host, or of a host that was registered beside it.
 */
final class ReturnAddress {
    private static final int LONGEST = 1000;

    private ReturnAddress() {}

    /**
     * @param signOn the full address where the provider is asked
     */
    static Optional<String> of(IdentityProvider provider, String signOn, Answer answer) {
        return Stream.concat(
                        answer.values("FrEduUrlRetour").stream(),
                        answer.values("urn:oid:1.3.6.1.4.1.20326.10.999.1.5").stream())
                .filter(address -> isTheirs(provider, signOn, address))
                .findFirst();
    }

    private static boolean isTheirs(IdentityProvider provider, String signOn, String address) {
        if (address.length() > LONGEST || !address.matches("https?://[!-~]+")) return false;
        try {
            var to = new URI(address);
            var own = new URI(signOn);
            if (to.getHost() == null || to.getUserInfo() != null) return false;
            if (!to.getScheme().equals("https") && !to.getScheme().equals(own.getScheme()))
                return false;
            return to.getHost().equalsIgnoreCase(own.getHost()) && to.getPort() == own.getPort()
                    || to.getScheme().equals("https")
                            && provider.returnHosts()
                                    .contains(to.getHost().toLowerCase(java.util.Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
