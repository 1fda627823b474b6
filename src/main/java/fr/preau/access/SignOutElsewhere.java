package fr.preau.access;

import fr.preau.database.Walls;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends a session whose holder has signed out at the door that they came by. */
@Component
public class SignOutElsewhere {
    private final Sessions sessions;
    private final Walls walls;
    private final List<SignOuts> others;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SignOutElsewhere(
            Sessions sessions,
            Walls walls,
            List<SignOuts> others,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.sessions = sessions;
        this.walls = walls;
        this.others = others;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * As if its holder had signed out here. Whether every service that it has led to is told; true
     * as well when it had ended already.
     */
    public boolean end(long session) {
        var told = others.stream().allMatch(other -> other.tellsAll(session));
        var account = sessions.end(session);
        if (account.isEmpty()) return true;
        walls.afterCommit(() -> others.forEach(other -> other.signedOut(session)));
        walls.as(
                fr.preau.database.Wall.DOOR,
                () ->
                        facts.publishEvent(
                                new DoorFact.SignedOut(account.get(), false, clock.instant())));
        return told;
    }
}
