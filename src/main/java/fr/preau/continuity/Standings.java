package fr.preau.continuity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.preau.agreements.AgreementFact;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where schools stand today, remembered a moment: a page asks again at every request. */
@Component
public class Standings {
    private final Covers covers;
    private final Walls walls;
    private final Clock clock;

    private record Key(long school, LocalDate day) {}

    private final Cache<LocalDate, Rules> rules =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build();

    /** What another node decides is known here within that time. */
    private final Cache<Key, Standing> known =
            Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofSeconds(10))
                    .maximumSize(20_000)
                    .build();

    Standings(Covers covers, Walls walls, Clock clock) {
        this.covers = covers;
        this.walls = walls;
        this.clock = clock;
    }

    /** Of the schools of the hat that is worn; none for those whom no school's phase concerns. */
    List<Standing> of(Actor actor) {
        if (!ContinuityPolicy.concerns(actor.profile())) return List.of();
        var today = LocalDate.now(clock);
        var keys = actor.structures().stream().map(school -> new Key(school, today)).toList();
        return List.copyOf(known.getAll(keys, this::ask).values());
    }

    private Map<Key, Standing> ask(Set<? extends Key> keys) {
        var today = keys.iterator().next().day();
        var schools = keys.stream().mapToLong(Key::school).toArray();
        return walls.as(Wall.DOOR, () -> ask(schools, today));
    }

    private Map<Key, Standing> ask(long[] schools, LocalDate today) {
        var found = new HashMap<Key, Standing>();
        for (var school : schools) found.put(new Key(school, today), Standing.unconcerned(school));
        var concerned = covers.of(schools, today);
        if (concerned.isEmpty()) return found;
        var rules = rules(today);
        for (var cover : concerned)
            found.put(
                    new Key(cover.school(), today), ContinuityPolicy.standing(cover, rules, today));
        return found;
    }

    Rules rules(LocalDate today) {
        return rules.get(today, covers::rules);
    }

    /** A convention was signed or ended: known on this node at once. */
    @EventListener
    void on(AgreementFact changed) {
        forgetAfterCommit();
    }

    void forgetAfterCommit() {
        walls.afterCommit(this::forget);
    }

    public void forget() {
        known.invalidateAll();
        rules.invalidateAll();
    }
}
