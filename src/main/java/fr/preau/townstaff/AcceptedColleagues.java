package fr.preau.townstaff;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.proconnect.Approved;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom the région accepted and nobody has ended: those whom ProConnect may let in as new. */
@Component
class AcceptedColleagues implements Approved {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    AcceptedColleagues(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    @Override
    public Optional<Approval> approval(long town, String email) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select person_id as person, until_on as until from town_staff
                                         where town_id = :town and lower(email) = :email and state = 'ACCEPTED' and until_on >= :today
                                         order by until_on desc, id desc limit 1
                                        """)
                                .param("town", town)
                                .param("email", email)
                                .param("today", LocalDate.now(clock))
                                .query(Approval.class)
                                .optional());
    }
}
