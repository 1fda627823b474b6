package fr.preau.messages;

import fr.preau.messages.ChildRulesPage.Rule;
import fr.preau.messages.Oversight.Key;
import fr.preau.quiet.QuietHours;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When a message may arrive: outside of the quiet hours of its place and, from a child, within the
 * hours of the class. Reads behind the wall of whoever asks, as {@link QuietHours} does.
 */
@Component
class Opening {
    /** Holidays are longer than this many mornings only where nothing is open at all. */
    private static final int MORNINGS = 14;

    private final QuietHours quiet;
    private final ChildRules childRules;

    Opening(QuietHours quiet, ChildRules childRules) {
        this.quiet = quiet;
        this.childRules = childRules;
    }

    /**
     * @param hours of the class, when a child writes
     */
    Instant at(long school, Instant wanted, @Nullable Rule hours) {
        return within(school, quiet.opensAt(school, wanted), hours);
    }

    private Instant within(long school, Instant open, @Nullable Rule hours) {
        for (var morning = 0; hours != null && morning < MORNINGS; morning++) {
            var later = hours.opensAfter(open);
            if (later == null) return open;
            open = quiet.opensAt(school, later);
        }
        return open;
    }

    /** When what is written now would leave, in the last of these schools; null: at once. */
    @Nullable Instant last(Collection<Long> schools, Instant now, @Nullable Rule hours) {
        return quiet.opensAt(schools, now).entrySet().stream()
                .map(one -> within(one.getKey(), one.getValue(), hours))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The same for messages that are written already, whoever wrote them. */
    Map<Key, Instant> of(Collection<Key> messages, Instant wanted) {
        var schools = quiet.opensAt(messages.stream().map(Key::school).distinct().toList(), wanted);
        var rules = childRules.ofAuthors(messages.stream().map(Key::message).toList());
        var opens = new HashMap<Key, Instant>();
        for (var key : messages)
            opens.put(
                    key,
                    within(
                            key.school(),
                            schools.getOrDefault(key.school(), wanted),
                            rules.get(key.message())));
        return opens;
    }
}
