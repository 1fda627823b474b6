package fr.preau.demo;

import fr.preau.access.ForeignForms;
import fr.preau.proconnect.LocalProvider;
import fr.preau.web.Mode;
import fr.preau.web.NotFound;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * ProConnect as the demo plays it. Its token is asked for by a server, without a token of our
 * forms: the secret of the client stands in its place.
 */
@Controller
class AgentsController implements ForeignForms {
    private static final String PATH = LocalProvider.PATH;
    private static final String ASK = PATH + "/authorize";
    private static final String TOKEN = PATH + "/token";
    private static final MediaType JWT = MediaType.valueOf("application/jwt");

    private final LocalProvider provider;
    private final DemoAgents agents;
    private final Mode mode;

    AgentsController(LocalProvider provider, DemoAgents agents, Mode mode) {
        this.provider = provider;
        this.agents = agents;
        this.mode = mode;
    }

    @Override
    public List<String> paths() {
        return mode.isDemo() ? List.of(TOKEN) : List.of();
    }

    @Public
    @GetMapping(PATH + "/.well-known/openid-configuration")
    ResponseEntity<String> describe() {
        mustPlay();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(provider.description());
    }

    @Public
    @GetMapping(PATH + "/jwks")
    ResponseEntity<String> keys() {
        mustPlay();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(provider.keys());
    }

    @Public
    @GetMapping(ASK)
    View ask(HttpServletRequest request) {
        var asked = provider.asked(request).orElseThrow(NotFound::new);
        return new AgentsPage(asked.redirectUri(), asked.state(), asked.nonce(), agents.shown());
    }

    @Public
    @PostMapping(ASK)
    View choose(@RequestParam(defaultValue = "") String agent, HttpServletRequest request) {
        var asked = provider.chosen(request).orElseThrow(NotFound::new);
        return Redirect.to(provider.answer(asked, agents.of(agent).orElseThrow(NotFound::new)));
    }

    @Public
    @PostMapping(TOKEN)
    ResponseEntity<String> tokens(HttpServletRequest request) {
        mustPlay();
        return provider.tokens(request)
                .map(tokens ->
                        ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(tokens))
                .orElseGet(() ->
                        ResponseEntity.badRequest()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body("{\"error\":\"invalid_grant\"}"));
    }

    @Public
    @GetMapping(PATH + "/userinfo")
    ResponseEntity<String> userinfo(
            @RequestHeader(name = "Authorization", required = false)
                    @Nullable String authorization) {
        mustPlay();
        return provider.userinfo(authorization)
                .map(said -> ResponseEntity.ok().contentType(JWT).body(said))
                .orElseGet(() -> ResponseEntity.status(401).build());
    }

    /** Where sign-out leads: ProConnect is left as well, and leads back. */
    @Public
    @GetMapping(PATH + "/session/end")
    View left(HttpServletRequest request) {
        return Redirect.to(provider.left(request).orElseThrow(NotFound::new));
    }

    private void mustPlay() {
        if (!provider.plays()) throw new NotFound();
    }
}
