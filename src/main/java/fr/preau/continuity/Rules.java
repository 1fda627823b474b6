package fr.preau.continuity;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The days of the year on which an end is announced, and the delays; those of one day. */
record Rules(Map<String, String> values) {
    private static final String DAY = "[0-9]{2}-[0-9]{2}";

    /** A warning of the year: its name, and the day in the year of this end. */
    record Warning(String step, LocalDate on) {}

    /** Those of the year in which a convention ends, as long as it runs; the first one first. */
    List<Warning> before(LocalDate endsOn) {
        return values.entrySet().stream()
                .filter(rule -> rule.getValue().matches(DAY))
                .map(rule ->
                        new Warning(
                                rule.getKey(),
                                MonthDay.parse("--" + rule.getValue()).atYear(endsOn.getYear())))
                .filter(warning -> !warning.on().isAfter(endsOn))
                .sorted(Comparator.comparing(Warning::on))
                .toList();
    }

    /** Days between a warning and what it announces. */
    int notice() {
        return number("NOTICE_DAYS");
    }

    /** Days during which everything is read. */
    int reading() {
        return number("READING_DAYS");
    }

    /** Days before a closure on which it is announced. */
    int closing() {
        return number("CLOSING_DAYS");
    }

    /** Days after a closure during which the taking away of data is promised. */
    int closed() {
        return number("CLOSED_DAYS");
    }

    private int number(String rule) {
        return Integer.parseInt(values.get(rule));
    }
}
