package fr.preau.quiet;

import fr.preau.calendar.Calendar;
import fr.preau.calendar.SchoolCalendar;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * When people of a school may be told something. Reads behind the wall of whoever asks: a school
 * out of reach has the hours of the région.
 */
@Component
public class QuietHours {
    private final QuietRules rules;
    private final Calendar calendar;

    QuietHours(QuietRules rules, Calendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    public boolean isQuiet(long school, Instant at) {
        return opensAt(school, at).isAfter(at);
    }

    /** This moment outside of quiet hours, else the one at which they end. */
    public Instant opensAt(long school, Instant at) {
        return opensAt(List.of(school), at).getOrDefault(school, at);
    }

    /** The same for many schools: one statement for their hours, one for their holidays. */
    public Map<Long, Instant> opensAt(Collection<Long> schools, Instant at) {
        var hours = rules.of(schools, at);
        var calendars =
                calendar.of(
                        hours.keySet().stream()
                                .filter(school -> hours.get(school).holidays())
                                .toList());
        var opens = new HashMap<Long, Instant>();
        hours.forEach(
                (school, rule) -> opens.put(school, opensAt(rule, calendars.get(school), at)));
        return opens;
    }

    private static Instant opensAt(
            QuietRule rule,
            @org.jspecify.annotations.Nullable SchoolCalendar calendar,
            Instant at) {
        return rule.opensAt(at, day -> calendar != null && calendar.isHoliday(day));
    }
}
