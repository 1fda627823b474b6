package fr.preau.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import fr.preau.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a browser and we say to one another so that a device makes a passkey or proves that it has
 * one (W3C WebAuthn 3); the library verifies, nothing of it leaves this class. The holder is always
 * verified by the device (finger, face, its own code): such a proof is two factors. Strangers send
 * what they like: whatever the library throws at it, it is no proof.
 */
@Component
class PasskeyCeremony {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.RS256);

    private final Site site;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);

    PasskeyCeremony(Site site) {
        this.site = site;
    }

    /** A key as the device made it. */
    record Made(byte[] credential, byte[] publicKey, long signCount) {}

    /** What {@code navigator.credentials.create} is asked for, as JSON. */
    String creation(HttpServletRequest request, byte[] challenge, byte[] user, String name) {
        var algorithms =
                ALGORITHMS.stream()
                        .map(a -> "{\"type\":\"public-key\",\"alg\":" + a.getValue() + "}")
                        .toList();
        return """
        {"rp":{"name":"Préau","id":"%s"},"user":{"id":"%s","name":"%s","displayName":"%s"},"challenge":"%s","pubKeyCredParams":[%s],"timeout":300000,\
        "attestation":"none","authenticatorSelection":{"residentKey":"required","requireResidentKey":true,"userVerification":"required"}}\
        """
                .formatted(
                        host(request),
                        TEXT.encodeToString(user),
                        name,
                        name,
                        TEXT.encodeToString(challenge),
                        String.join(",", algorithms));
    }

    /** What {@code navigator.credentials.get} is asked for, as JSON: any key of this site. */
    String proof(HttpServletRequest request, byte[] challenge) {
        return "{\"challenge\":\"%s\",\"rpId\":\"%s\",\"timeout\":300000,\"userVerification\":\"required\"}"
                .formatted(TEXT.encodeToString(challenge), host(request));
    }

    /** The key that a browser says a device has made; empty when anything is wrong with it. */
    Optional<Made> made(HttpServletRequest request, byte[] challenge, String answer) {
        try {
            var data =
                    manager.verifyRegistrationResponseJSON(
                            answer,
                            new RegistrationParameters(
                                    server(request, challenge),
                                    ALGORITHMS.stream()
                                            .map(a ->
                                                    new PublicKeyCredentialParameters(
                                                            PublicKeyCredentialType.PUBLIC_KEY, a))
                                            .toList(),
                                    true,
                                    true));
            var authenticator = data.getAttestationObject().getAuthenticatorData();
            var credential = authenticator.getAttestedCredentialData();
            return Optional.of(
                    new Made(
                            credential.getCredentialId(),
                            new AttestedCredentialDataConverter(converter).convert(credential),
                            authenticator.getSignCount()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Which credential an answer speaks of, before anything of it is believed. */
    Optional<byte[]> credentialOf(String answer) {
        try {
            return Optional.of(manager.parseAuthenticationResponseJSON(answer).getCredentialId());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The new count of the key when the answer proves that its holder is there; else empty. */
    Optional<Long> proved(
            HttpServletRequest request, byte[] challenge, String answer, Passkeys.Kept key) {
        try {
            var credential =
                    new AttestedCredentialDataConverter(converter).convert(key.publicKey());
            var record =
                    new CredentialRecordImpl(
                            new NoneAttestationStatement(),
                            null,
                            null,
                            null,
                            key.signCount(),
                            credential,
                            null,
                            null,
                            null,
                            null);
            var data =
                    manager.verifyAuthenticationResponseJSON(
                            answer,
                            new AuthenticationParameters(
                                    server(request, challenge),
                                    record,
                                    List.of(credential.getCredentialId()),
                                    true,
                                    true));
            return Optional.of(data.getAuthenticatorData().getSignCount());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private ServerProperty server(HttpServletRequest request, byte[] challenge) {
        var origin = new Origin(site.link(request, "").replaceAll("/+$", ""));
        return ServerProperty.builder()
                .origin(origin)
                .rpId(host(request))
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private String host(HttpServletRequest request) {
        return URI.create(site.link(request, "/")).getHost();
    }
}
