package fr.preau.access;

import fr.preau.web.Actor;
import fr.preau.web.BeforeAll;
import fr.preau.web.Comfort;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import fr.preau.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ComfortController {
    private final JdbcClient db;
    private final Sessions sessions;

    ComfortController(JdbcClient db, Sessions sessions) {
        this.db = db;
        this.sessions = sessions;
    }

    @BeforeAll
    @GetMapping("/comfort")
    View choose(Actor actor, Visit visit) {
        return new ComfortPage(visit.comfort());
    }

    @BeforeAll
    @PostMapping("/comfort")
    View keep(Actor actor, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        db.sql(
                        """
                        insert into comfort (account_id, settings) values (:account, :settings)
                        on conflict (account_id) do update set settings = excluded.settings
                        """)
                .param("account", actor.account())
                .param("settings", Comfort.of(typed).stored())
                .update();
        Cookies.SESSION.read(request).ifPresent(sessions::forget);
        // A page that saves as one chooses says so itself.
        return "preau".equals(request.getHeader("X-Requested-With"))
                ? Redirect.to("/comfort")
                : Redirect.to("/comfort").saying("access.comfort.kept");
    }
}
