package fr.preau.onde;

import java.util.List;
import java.util.function.ToLongBiFunction;
import java.util.stream.Stream;

/** How many pupils and guardians meet an action; two of them are only told when somebody does. */
public record Tally(Action action, long pupils, long guardians) {
    static List<Tally> of(ToLongBiFunction<String, Action> count) {
        return Stream.of(Action.values())
                .map(action ->
                        new Tally(
                                action,
                                count.applyAsLong(Line.PUPIL, action),
                                count.applyAsLong(Line.GUARDIAN, action)))
                .filter(tally ->
                        tally.action != Action.LEFT && tally.action != Action.HELD
                                || tally.pupils + tally.guardians > 0)
                .toList();
    }
}
