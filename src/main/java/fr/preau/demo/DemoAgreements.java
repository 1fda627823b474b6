package fr.preau.demo;

import fr.preau.agreements.PastAgreements;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The conventions of Cazouls-lès-Béziers: that of 2024-2025, then one a year until today. Their
 * days are never shifted.
 */
@Component
class DemoAgreements {
    private static final int FIRST = 2024;

    private final PastAgreements agreements;
    private final Walls walls;
    private final JdbcClient db;
    private final Clock clock;

    DemoAgreements(PastAgreements agreements, Walls walls, JdbcClient db, Clock clock) {
        this.agreements = agreements;
        this.walls = walls;
        this.db = db;
        this.clock = clock;
    }

    void sign(long town) {
        var mayor = walls.as(Wall.DOOR, () -> actor("gilles.marty", Profile.TOWN, RoleKind.MAYOR));
        var region =
                walls.as(
                        Wall.DOOR,
                        () -> actor("isabelle.roques", Profile.SUPERVISION, RoleKind.REGION_LEAD));
        var today = LocalDate.now(clock);
        walls.within(region.reach(), () -> sign(town, today, mayor, region));
    }

    private boolean sign(long town, LocalDate today, Actor mayor, Actor region) {
        var cazouls =
                agreements.commune(
                        town,
                        DemoAgents.OF_CAZOULS,
                        "place des Cent Quarante",
                        "34370",
                        "Gilles Marty");
        for (var year = FIRST; !LocalDate.of(year, 6, 26).isAfter(today); year++)
            agreements.signed(cazouls, year, LocalDate.of(year, 6, 26), mayor, region);
        return true;
    }

    private Actor actor(String login, Profile profile, RoleKind kind) {
        record Somebody(long account, long person, long structure) {}
        var found =
                db.sql(
                                """
                                select a.id as account, r.person_id as person, r.structure_id as structure
                                  from account a join account_person ap on ap.account_id = a.id join role r on r.person_id = ap.person_id and r.kind = :kind
                                 where a.login = :login
                                """)
                        .param("login", login)
                        .param("kind", kind.name())
                        .query(Somebody.class)
                        .single();
        return new Actor(
                found.account(),
                found.person(),
                profile,
                List.of(new Actor.Role(kind, found.structure())),
                List.of(found.person()));
    }
}
