package fr.preau.openid;

import fr.preau.access.ForeignForms;
import fr.preau.access.Tokens;
import fr.preau.connectors.Connector;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.Connectors;
import fr.preau.web.Public;
import fr.preau.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A token for a code, from server to server. Nothing here looks at cookies, so no form of ours can
 * be forged: the secret of the service, or the proof of the code, stands for the token of a form.
 */
@Controller
class TokenController implements ForeignForms {
    static final String TOKEN = "/oidc/token";

    private final Connectors connectors;
    private final Grants grants;
    private final IdTokens identities;
    private final Site site;

    TokenController(Connectors connectors, Grants grants, IdTokens identities, Site site) {
        this.connectors = connectors;
        this.grants = grants;
        this.identities = identities;
        this.site = site;
    }

    @Override
    public List<String> paths() {
        return List.of(TOKEN);
    }

    /** What a service sends for a token (3.1.3). */
    record Redeemed(
            @Nullable String grant_type,
            @Nullable String code,
            @Nullable String redirect_uri,
            @Nullable String code_verifier,
            @Nullable String client_id,
            @Nullable String client_secret) {}

    @Public
    @PostMapping(TOKEN)
    ResponseEntity<Map<String, Object>> token(Redeemed redeemed, HttpServletRequest request) {
        var connector = service(redeemed, request.getHeader("Authorization"));
        if (connector.isEmpty())
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Basic realm=\"preau\"")
                    .header("Cache-Control", "no-store")
                    .body(Map.of("error", "invalid_client"));
        if (!"authorization_code".equals(redeemed.grant_type()))
            return refused("unsupported_grant_type");
        if (redeemed.code() == null) return refused("invalid_request");
        var good = grants.spend(redeemed.code(), connector.get());
        if (good.isEmpty()
                || !good.get().address().equals(redeemed.redirect_uri())
                || !proves(redeemed.code_verifier(), good.get().challenge()))
            return refused("invalid_grant");
        var token = grants.token(redeemed.code());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", token);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", Grants.TOKEN_LASTS.toSeconds());
        answer.put("scope", "openid");
        answer.put("id_token", identities.make(good.get(), token, site.link(request, "")));
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(answer);
    }

    private static ResponseEntity<Map<String, Object>> refused(String error) {
        return ResponseEntity.badRequest()
                .header("Cache-Control", "no-store")
                .body(Map.of("error", error));
    }

    /** The service that asks, when it proves that it is the one; by one means only. */
    private Optional<Connector> service(Redeemed redeemed, @Nullable String header) {
        var name = redeemed.client_id();
        var secret = redeemed.client_secret();
        if (header != null) {
            var parts = basic(header);
            if (parts == null || secret != null || name != null && !name.equals(parts[0]))
                return Optional.empty();
            name = parts[0];
            secret = parts[1];
        }
        if (name == null) return Optional.empty();
        var given = secret;
        return connectors
                .named(Protocol.OPENID, name)
                .filter(one -> {
                    var kept = one.sharedSecret();
                    return kept == null
                            ? given == null
                            : given != null && MessageDigest.isEqual(kept, Tokens.hash(given));
                });
    }

    private static String @Nullable [] basic(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) return null;
        try {
            var text =
                    new String(
                            Base64.getDecoder().decode(header.substring(6).strip()),
                            StandardCharsets.UTF_8);
            var parts = text.split(":", 2);
            return parts.length < 2
                    ? null
                    : new String[] {
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8)
                    };
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** PKCE (RFC 7636, 4.6): a verifier that nobody announced is refused as a wrong one is. */
    private static boolean proves(@Nullable String verifier, @Nullable String challenge) {
        if (challenge == null) return verifier == null;
        if (verifier == null || !verifier.matches("[A-Za-z0-9._~-]{43,128}")) return false;
        return MessageDigest.isEqual(
                Base64.getUrlEncoder().withoutPadding().encode(Tokens.hash(verifier)),
                challenge.getBytes(StandardCharsets.US_ASCII));
    }
}
