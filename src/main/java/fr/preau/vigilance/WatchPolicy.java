package fr.preau.vigilance;

import fr.preau.messages.Weight;
import fr.preau.vigilance.Figures.Figure;
import java.util.Map;
import java.util.Optional;

/** What is kept for a second person before it leaves (goal 29). Pure: it is handed the facts. */
final class WatchPolicy {
    private WatchPolicy() {}

    enum Reason {
        NEW_DEVICE,
        MANY,
        SAME_TEXT
    }

    /** What this account has sent within the window. */
    record Recent(int people, int others, int families) {
        static final Recent NOTHING = new Recent(0, 0, 0);
    }

    /**
     * @param staff people of the school, the town or the academy, who work through circles
     * @param proved a second factor was given in this session
     * @param sources how many families or schools have sent this text, this one among them
     * @param cleared a second person has let this text through
     */
    record Facts(
            boolean staff,
            boolean proved,
            boolean newDevice,
            Weight weight,
            Recent recent,
            int sources,
            boolean cleared) {}

    static Optional<Reason> over(Facts facts, Map<Figure, Integer> figures) {
        if (!facts.cleared() && facts.sources() >= figures.get(Figure.SAME_TEXT_SOURCES))
            return Optional.of(Reason.SAME_TEXT);
        var people = facts.recent().people() + facts.weight().people();
        if (facts.newDevice() && people > figures.get(Figure.NEW_DEVICE_PEOPLE))
            return Optional.of(Reason.NEW_DEVICE);
        var many =
                isDailyWork(facts)
                        ? isManyForStaff(facts, figures)
                        : people > figures.get(Figure.PEOPLE);
        return many ? Optional.of(Reason.MANY) : Optional.empty();
    }

    /**
     * A teacher, who is asked for no second factor to come in, writes to the class; whoever writes
     * to a whole school or more has given one.
     */
    private static boolean isDailyWork(Facts facts) {
        if (!facts.staff() || facts.newDevice()) return false;
        return facts.proved()
                || facts.weight().widest() == Weight.Widest.CLASS
                || facts.weight().widest() == Weight.Widest.NONE;
    }

    /** Their own circles are daily life, and counted by family; people one by one are not. */
    private static boolean isManyForStaff(Facts facts, Map<Figure, Integer> figures) {
        if (facts.weight().others() > 0
                && facts.recent().others() + facts.weight().others() > figures.get(Figure.PEOPLE))
            return true;
        var limit =
                switch (facts.weight().widest()) {
                    case NONE -> Integer.MAX_VALUE;
                    case CLASS -> figures.get(Figure.CLASS);
                    case SCHOOL -> figures.get(Figure.SCHOOL);
                    case PERIMETER -> figures.get(Figure.PERIMETER);
                };
        return facts.recent().families() + facts.weight().families() > limit;
    }
}
