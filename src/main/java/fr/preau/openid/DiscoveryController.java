package fr.preau.openid;

import fr.preau.connectors.Attribute;
import fr.preau.web.Public;
import fr.preau.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What there is here, for services that ask: addresses, manners, keys. */
@Controller
class DiscoveryController {
    private static final String KEYS = "/oidc/keys";

    private final SigningKeys keys;
    private final Site site;

    DiscoveryController(SigningKeys keys, Site site) {
        this.keys = keys;
        this.site = site;
    }

    /** What this provider does (Discovery 1.0, 3). */
    @Public
    @GetMapping("/.well-known/openid-configuration")
    ResponseEntity<Map<String, Object>> discovery(HttpServletRequest request) {
        var said = new LinkedHashMap<String, Object>();
        said.put("issuer", site.link(request, ""));
        said.put("authorization_endpoint", site.link(request, AuthorizeController.AUTHORIZE));
        said.put("token_endpoint", site.link(request, TokenController.TOKEN));
        said.put("userinfo_endpoint", site.link(request, UserController.USER));
        said.put("jwks_uri", site.link(request, KEYS));
        said.put("end_session_endpoint", site.link(request, AuthorizeController.LOGOUT));
        said.put("scopes_supported", List.of("openid"));
        said.put("response_types_supported", List.of("code"));
        said.put("response_modes_supported", List.of("query"));
        said.put("grant_types_supported", List.of("authorization_code"));
        said.put("subject_types_supported", List.of("pairwise"));
        said.put("id_token_signing_alg_values_supported", List.of("RS256"));
        said.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post", "none"));
        said.put("code_challenge_methods_supported", List.of("S256"));
        said.put("authorization_response_iss_parameter_supported", true);
        said.put("backchannel_logout_supported", true);
        said.put("backchannel_logout_session_supported", true);
        said.put("request_parameter_supported", false);
        said.put("request_uri_parameter_supported", false);
        said.put(
                "claims_supported",
                Stream.concat(Stream.of("sub"), Stream.of(Attribute.values()).map(Attribute::claim))
                        .toList());
        return ResponseEntity.ok(said);
    }

    @Public
    @GetMapping(KEYS)
    ResponseEntity<Map<String, Object>> published() {
        return ResponseEntity.ok(Map.of("keys", keys.published()));
    }
}
