package fr.preau.calendar;

import fr.preau.web.Dates;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When one school is open: pure, loaded once. What the school has decided wins over the official
 * calendar, which wins over the week; closed wins over an added day.
 */
public record SchoolCalendar(
        long school,
        List<Year> years,
        List<Break> breaks,
        List<Week> weeks,
        List<Decision> decisions) {
    public record Hours(LocalTime opens, LocalTime closes) {}

    /** A half-day of the week, e.g. Monday morning. */
    public record Slot(DayOfWeek day, HalfDay half) {}

    /** A school year of the zone: first and last day with pupils. */
    record Year(LocalDate startsOn, LocalDate endsOn) {}

    record Break(String kind, LocalDate startsOn, LocalDate endsOn) {
        boolean holds(LocalDate date) {
            return !date.isBefore(startsOn) && !date.isAfter(endsOn);
        }
    }

    /** The week of the school from a date on. */
    record Week(LocalDate validFrom, Map<Slot, Hours> hours) {}

    /** From a half-day to a half-day, both included. */
    public record Decision(
            long id,
            boolean closed,
            LocalDate fromOn,
            HalfDay fromHalf,
            LocalDate toOn,
            HalfDay toHalf,
            String reason) {
        boolean holds(LocalDate date, HalfDay half) {
            var begun =
                    date.isAfter(fromOn) || date.equals(fromOn) && half.compareTo(fromHalf) >= 0;
            var over = date.isAfter(toOn) || date.equals(toOn) && half.compareTo(toHalf) > 0;
            return begun && !over;
        }
    }

    /** Why a half-day is what it is, the strongest reason first. */
    enum Cause {
        CLOSED,
        WORKING,
        HOLIDAY,
        BREAK,
        BRIDGE,
        SUMMER,
        CLASS,
        NO_CLASS
    }

    /** Four days of six hours: what a school does that has said nothing. */
    static final Map<Slot, Hours> USUAL_WEEK = usualWeek();

    private static Map<Slot, Hours> usualWeek() {
        var week = new java.util.LinkedHashMap<Slot, Hours>();
        for (var day :
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY))
            for (var half : HalfDay.values()) week.put(new Slot(day, half), half.usual());
        return Map.copyOf(week);
    }

    public boolean isSchoolHalfDay(LocalDate date, HalfDay half) {
        var cause = cause(date, half);
        return cause == Cause.CLASS || cause == Cause.WORKING;
    }

    public boolean isSchoolDay(LocalDate date) {
        return isSchoolHalfDay(date, HalfDay.MORNING) || isSchoolHalfDay(date, HalfDay.AFTERNOON);
    }

    /** A day off for everybody: official holidays, whole, unless the school works on it. */
    public boolean isHoliday(LocalDate date) {
        return isOff(cause(date, HalfDay.MORNING)) && isOff(cause(date, HalfDay.AFTERNOON));
    }

    private static boolean isOff(Cause cause) {
        return switch (cause) {
            case HOLIDAY, BREAK, BRIDGE, SUMMER -> true;
            case CLOSED, WORKING, CLASS, NO_CLASS -> false;
        };
    }

    /** Between the opening and the closing of a half-day with class, on the clock of the school. */
    public boolean isOpenAt(Instant instant) {
        var local = instant.atZone(Dates.SCHOOL_TIME);
        for (var half : HalfDay.values()) {
            var hours = hours(local.toLocalDate(), half);
            if (hours.isPresent()
                    && !local.toLocalTime().isBefore(hours.get().opens())
                    && local.toLocalTime().isBefore(hours.get().closes())) return true;
        }
        return false;
    }

    /** When the next half-day with class opens; empty when none is known within a year. */
    public Optional<Instant> opensAfter(Instant instant) {
        var today = instant.atZone(Dates.SCHOOL_TIME).toLocalDate();
        return today.datesUntil(today.plusYears(1))
                .flatMap(date -> Stream.of(HalfDay.values()).flatMap(half -> opening(date, half)))
                .filter(opening -> opening.isAfter(instant))
                .findFirst();
    }

    private Stream<Instant> opening(LocalDate date, HalfDay half) {
        return hours(date, half).stream()
                .map(hours -> date.atTime(hours.opens()).atZone(Dates.SCHOOL_TIME).toInstant());
    }

    /** The first day with class after this one; empty when none is known within a year. */
    public Optional<LocalDate> nextSchoolDay(LocalDate date) {
        return date.plusDays(1).datesUntil(date.plusYears(1)).filter(this::isSchoolDay).findFirst();
    }

    /** How many half-days with class, both dates included. */
    public int halfDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) return 0;
        return from.datesUntil(to.plusDays(1))
                .mapToInt(date -> {
                    var open = 0;
                    for (var half : HalfDay.values()) if (isSchoolHalfDay(date, half)) open++;
                    return open;
                })
                .sum();
    }

    /** The hours of a half-day with class; empty without class. */
    public Optional<Hours> hours(LocalDate date, HalfDay half) {
        if (!isSchoolHalfDay(date, half)) return Optional.empty();
        var week = weekOn(date);
        var own = week.get(new Slot(date.getDayOfWeek(), half));
        if (own != null) return Optional.of(own);
        // An added day keeps the hours that the school has on its other days.
        return Optional.of(
                week.entrySet().stream()
                        .filter(slot -> slot.getKey().half() == half)
                        .min(Map.Entry.comparingByKey(java.util.Comparator.comparing(Slot::day)))
                        .map(Map.Entry::getValue)
                        .orElse(half.usual()));
    }

    /** Whether the official dates of this day's school year are known. */
    public boolean isKnown(LocalDate date) {
        return yearOf(date).isPresent();
    }

    Cause cause(LocalDate date, HalfDay half) {
        var decided = decided(date, half);
        if (decided != null) return decided.closed() ? Cause.CLOSED : Cause.WORKING;
        if (PublicHoliday.on(date).isPresent()) return Cause.HOLIDAY;
        var official = breakOn(date);
        if (official.isPresent())
            return official.get().kind().equals("BRIDGE") ? Cause.BRIDGE : Cause.BREAK;
        if (isSummer(date)) return Cause.SUMMER;
        return weekOn(date).containsKey(new Slot(date.getDayOfWeek(), half))
                ? Cause.CLASS
                : Cause.NO_CLASS;
    }

    /** What the school has decided for a half-day: closed wins over an added day. */
    @Nullable Decision decided(LocalDate date, HalfDay half) {
        return decisions.stream()
                .filter(decision -> decision.holds(date, half))
                .min(java.util.Comparator.comparing(decision -> !decision.closed()))
                .orElse(null);
    }

    Optional<Break> breakOn(LocalDate date) {
        return breaks.stream().filter(held -> held.holds(date)).findFirst();
    }

    /**
     * Outside the school years. Of a year whose dates nobody has entered: July and August, as every
     * year.
     */
    private boolean isSummer(LocalDate date) {
        return yearOf(date)
                .map(year -> date.isBefore(year.startsOn()) || date.isAfter(year.endsOn()))
                .orElse(date.getMonthValue() == 7 || date.getMonthValue() == 8);
    }

    /** A school year runs from August to July. */
    private Optional<Year> yearOf(LocalDate date) {
        var number = beginningOf(date);
        return years.stream().filter(year -> year.startsOn().getYear() == number).findFirst();
    }

    static int beginningOf(LocalDate date) {
        return date.getMonthValue() >= 8 ? date.getYear() : date.getYear() - 1;
    }

    /** The week in force on a date. */
    Map<Slot, Hours> weekOn(LocalDate date) {
        Week inForce = null;
        for (var week : weeks)
            if (!week.validFrom().isAfter(date)
                    && (inForce == null || week.validFrom().isAfter(inForce.validFrom())))
                inForce = week;
        return inForce == null ? USUAL_WEEK : inForce.hours();
    }

    /** What interrupts the usual weeks from a date to another, in the order of the calendar. */
    List<Event> events(LocalDate from, LocalDate to) {
        var events = new ArrayList<Event>();
        for (var held : breaks)
            events.add(Event.official(held.kind(), held.startsOn(), held.endsOn()));
        for (var year = from.getYear(); year <= to.getYear(); year++)
            for (var holiday : PublicHoliday.values())
                events.add(Event.of(holiday, holiday.in(year)));
        for (var year : years) {
            events.add(Event.official("START", year.startsOn(), year.startsOn()));
            events.add(
                    Event.official("SUMMER", year.endsOn().plusDays(1), year.endsOn().plusDays(1)));
        }
        for (var decision : decisions) events.add(Event.of(decision));
        return events.stream()
                .filter(event -> !event.to().isBefore(from) && !event.from().isAfter(to))
                .sorted(java.util.Comparator.comparing(Event::from).thenComparing(Event::to))
                .toList();
    }
}
