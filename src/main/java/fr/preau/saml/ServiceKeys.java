package fr.preau.saml;

import fr.preau.database.Unusable;
import fr.preau.web.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Our own keys, from a PKCS#12 file: the first signs, all are published and open what was encrypted
 * for us. To change keys, both stand in the file until everybody has read our metadata again:
 * providers that we ask, and services that we answer.
 */
@Component
public class ServiceKeys {
    private static final String GENERATED = "service";

    private final List<SamlEngine.Key> fromFile;
    private final GeneratedKeys generated;
    private final Mode mode;

    ServiceKeys(
            @Value("${preau.saml.keys:}") String file,
            @Value("${preau.saml.keys-password:}") String password,
            @Value("${preau.saml.key:}") String signing,
            GeneratedKeys generated,
            Mode mode) {
        this.generated = generated;
        this.mode = mode;
        this.fromFile = file.isBlank() ? List.of() : read(Path.of(file), password, signing);
    }

    /** Whether this site can ask or answer anybody; in production, once a file gives its keys. */
    public boolean ready() {
        return !fromFile.isEmpty() || mode.isPlayground();
    }

    /** The one that signs first; never empty. */
    public List<SamlEngine.Key> all() {
        return fromFile.isEmpty() ? List.of(generated.named(GENERATED)) : fromFile;
    }

    /** The one that signs. */
    public SamlEngine.Key signing() {
        return all().getFirst();
    }

    List<PrivateKey> secrets() {
        return all().stream().map(SamlEngine.Key::secret).toList();
    }

    private static List<SamlEngine.Key> read(Path file, String password, String signing) {
        var keys = new ArrayList<SamlEngine.Key>();
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            var aliases = new ArrayList<>(Collections.list(store.aliases()));
            aliases.sort(java.util.Comparator.comparing(alias -> !alias.equals(signing)));
            for (var alias : aliases)
                if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey secret
                        && secret.getAlgorithm().equals("RSA")
                        && store.getCertificate(alias) instanceof X509Certificate certificate)
                    keys.add(new SamlEngine.Key(secret, certificate));
            if (keys.isEmpty() || !signing.isEmpty() && !aliases.contains(signing))
                throw new Unusable(
                        "PREAU_SAML_KEYS ne contient pas de clé RSA, ou pas celle que nomme PREAU_SAML_KEY.");
        } catch (IOException | GeneralSecurityException e) {
            throw new Unusable(
                    "PREAU_SAML_KEYS ne s’ouvre pas : vérifier le fichier PKCS#12 et PREAU_SAML_KEYS_PASSWORD.");
        }
        return List.copyOf(keys);
    }
}
