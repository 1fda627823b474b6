package fr.preau.openid;

import fr.preau.access.ForeignForms;
import fr.preau.connectors.Release;
import fr.preau.openid.Grants.Good;
import fr.preau.web.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Who it is, for a service that holds a token (Core 1.0, 5.3). Nothing here looks at cookies: the
 * token stands for the token of a form.
 */
@Controller
class UserController implements ForeignForms {
    static final String USER = "/oidc/userinfo";

    private final Grants grants;
    private final Release release;

    UserController(Grants grants, Release release) {
        this.grants = grants;
        this.release = release;
    }

    @Override
    public List<String> paths() {
        return List.of(USER);
    }

    @Public
    @GetMapping(USER)
    ResponseEntity<Map<String, Object>> user(HttpServletRequest request) {
        return who(request);
    }

    @Public
    @PostMapping(USER)
    ResponseEntity<Map<String, Object>> userByPost(HttpServletRequest request) {
        return who(request);
    }

    private ResponseEntity<Map<String, Object>> who(HttpServletRequest request) {
        var header = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        var good =
                header.regionMatches(true, 0, "Bearer ", 0, 7)
                        ? grants.behind(header.substring(7).strip())
                        : Optional.<Good>empty();
        if (good.isEmpty())
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                    .header("Cache-Control", "no-store")
                    .body(Map.of("error", "invalid_token"));
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(Claims.of(release.of(good.get().told())));
    }
}
