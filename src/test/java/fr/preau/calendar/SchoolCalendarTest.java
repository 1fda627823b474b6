package fr.preau.calendar;

import static fr.preau.calendar.HalfDay.AFTERNOON;
import static fr.preau.calendar.HalfDay.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.calendar.SchoolCalendar.Break;
import fr.preau.calendar.SchoolCalendar.Decision;
import fr.preau.calendar.SchoolCalendar.Hours;
import fr.preau.calendar.SchoolCalendar.Slot;
import fr.preau.calendar.SchoolCalendar.Week;
import fr.preau.calendar.SchoolCalendar.Year;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolCalendarTest {
    private static final Year YEAR = new Year(day("2024-09-02"), day("2025-07-04"));
    private static final List<Break> BREAKS =
            List.of(
                    new Break("AUTUMN", day("2024-10-19"), day("2024-11-03")),
                    new Break("SPRING", day("2025-04-12"), day("2025-04-27")),
                    new Break("BRIDGE", day("2025-05-30"), day("2025-05-31")));

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static SchoolCalendar usual(Decision... decisions) {
        return new SchoolCalendar(1, List.of(YEAR), BREAKS, List.of(), List.of(decisions));
    }

    private static Decision closed(String from, HalfDay fromHalf, String to, HalfDay toHalf) {
        return new Decision(1, true, day(from), fromHalf, day(to), toHalf, "Pont");
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource({
        "2024-09-10, MORNING, true",
        "2024-09-10, AFTERNOON, true",
        "2024-09-11, MORNING, false", // Wednesday
        "2024-09-14, MORNING, false", // Saturday
        "2024-09-15, MORNING, false", // Sunday
        "2024-08-30, MORNING, false", // before the year begins
        "2024-09-02, MORNING, true", // its first day
        "2024-10-18, AFTERNOON, true", // the last before the holidays
        "2024-10-21, MORNING, false",
        "2024-11-04, MORNING, true", // and the first after
        "2024-11-11, MORNING, false", // Armistice, a Monday
        "2025-04-21, MORNING, false", // Easter Monday, within the holidays
        "2025-05-01, MORNING, false", // a Thursday
        "2025-05-08, MORNING, false", // a Thursday
        "2025-05-29, MORNING, false", // Ascension
        "2025-05-30, MORNING, false", // and its bridge
        "2025-06-09, MORNING, false", // Whit Monday
        "2025-07-04, AFTERNOON, true", // the last day
        "2025-07-07, MORNING, false" // summer
    })
    void a_school_that_has_said_nothing_follows_the_official_calendar(
            String date, HalfDay half, boolean school) {
        assertThat(usual().isSchoolHalfDay(day(date), half)).isEqualTo(school);
    }

    @Test
    void a_closure_may_take_one_half_day_only() {
        var calendar = usual(closed("2024-09-10", AFTERNOON, "2024-09-10", AFTERNOON));
        assertThat(calendar.isSchoolHalfDay(day("2024-09-10"), MORNING)).isTrue();
        assertThat(calendar.isSchoolHalfDay(day("2024-09-10"), AFTERNOON)).isFalse();
        assertThat(calendar.isSchoolHalfDay(day("2024-09-12"), AFTERNOON)).isTrue();
    }

    @Test
    void a_closure_from_a_noon_to_a_noon_leaves_the_two_outer_half_days() {
        var calendar = usual(closed("2024-09-09", AFTERNOON, "2024-09-12", MORNING));
        assertThat(calendar.isSchoolHalfDay(day("2024-09-09"), MORNING)).isTrue();
        assertThat(calendar.isSchoolHalfDay(day("2024-09-10"), MORNING)).isFalse();
        assertThat(calendar.isSchoolHalfDay(day("2024-09-12"), MORNING)).isFalse();
        assertThat(calendar.isSchoolHalfDay(day("2024-09-12"), AFTERNOON)).isTrue();
    }

    @Test
    void an_added_wednesday_is_worked_at_the_usual_hours() {
        var added =
                new Decision(
                        1,
                        false,
                        day("2024-09-11"),
                        MORNING,
                        day("2024-09-11"),
                        MORNING,
                        "Rattrapage");
        var calendar = usual(added);
        assertThat(calendar.isSchoolHalfDay(day("2024-09-11"), MORNING)).isTrue();
        assertThat(calendar.isSchoolHalfDay(day("2024-09-11"), AFTERNOON)).isFalse();
        assertThat(calendar.hours(day("2024-09-11"), MORNING))
                .contains(new Hours(LocalTime.of(8, 30), LocalTime.of(11, 30)));
    }

    @Test
    void closed_wins_over_an_added_day() {
        var added =
                new Decision(
                        1,
                        false,
                        day("2024-09-11"),
                        MORNING,
                        day("2024-09-11"),
                        AFTERNOON,
                        "Rattrapage");
        assertThat(
                        usual(added, closed("2024-09-11", MORNING, "2024-09-11", MORNING))
                                .isSchoolHalfDay(day("2024-09-11"), MORNING))
                .isFalse();
    }

    @Test
    void a_week_that_changes_in_mid_year_leaves_the_days_before_as_they_were() {
        var fourAndAHalf = new HashMap<>(SchoolCalendar.USUAL_WEEK);
        fourAndAHalf.put(
                new Slot(DayOfWeek.WEDNESDAY, MORNING),
                new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)));
        var calendar =
                new SchoolCalendar(
                        1,
                        List.of(YEAR),
                        BREAKS,
                        List.of(new Week(day("2025-01-06"), fourAndAHalf)),
                        List.of());
        assertThat(calendar.isSchoolHalfDay(day("2024-12-18"), MORNING)).isFalse();
        assertThat(calendar.isSchoolHalfDay(day("2025-01-08"), MORNING)).isTrue();
        assertThat(calendar.isSchoolHalfDay(day("2025-01-08"), AFTERNOON)).isFalse();
        assertThat(calendar.halfDaysBetween(day("2024-12-16"), day("2024-12-20"))).isEqualTo(8);
        assertThat(calendar.halfDaysBetween(day("2025-01-06"), day("2025-01-10"))).isEqualTo(9);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "2024-09-10T06:29:59Z, false",
        "2024-09-10T06:30:00Z, true", // 8:30 in summer time
        "2024-09-10T09:30:00Z, false", // 11:30: closed
        "2024-09-10T11:30:00Z, true",
        "2024-11-05T06:30:00Z, false", // 7:30 in winter time
        "2024-11-05T07:30:00Z, true",
        "2024-11-05T15:30:00Z, false"
    })
    void a_school_opens_on_the_clock_of_the_wall_summer_and_winter(Instant at, boolean open) {
        assertThat(usual().isOpenAt(at)).isEqualTo(open);
    }

    @ParameterizedTest(name = "after {0} comes {1}")
    @CsvSource({
        "2024-09-10, 2024-09-12",
        "2024-09-13, 2024-09-16",
        "2024-10-18, 2024-11-04",
        "2025-05-27, 2025-06-02"
    })
    void the_next_school_day_steps_over_wednesdays_weekends_holidays_and_bridges(
            String date, String next) {
        assertThat(usual().nextSchoolDay(day(date))).contains(day(next));
    }

    @Test
    void a_year_without_official_dates_is_said_unknown_and_has_its_summer_all_the_same() {
        assertThat(usual().isKnown(day("2024-12-02"))).isTrue();
        assertThat(usual().isKnown(day("2027-12-02"))).isFalse();
        assertThat(usual().isSchoolHalfDay(day("2027-12-02"), MORNING)).isTrue();
        assertThat(usual().isSchoolHalfDay(day("2028-07-10"), MORNING)).isFalse();
    }

    @ParameterizedTest(name = "Easter {0}")
    @CsvSource({
        "2024, 2024-03-31",
        "2025, 2025-04-20",
        "2026, 2026-04-05",
        "2027, 2027-03-28",
        "2038, 2038-04-25"
    })
    void easter_falls_where_the_church_says(int year, String sunday) {
        assertThat(PublicHoliday.easter(year)).isEqualTo(day(sunday));
    }
}
