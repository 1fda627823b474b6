package fr.preau.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.schoolyear.Change.Shown;
import fr.preau.schoolyear.Change.State;
import fr.preau.schoolyear.YearPolicy.Applying;
import fr.preau.schoolyear.YearPolicy.Naming;
import fr.preau.schoolyear.YearPolicy.Opening;
import fr.preau.schoolyear.YearPolicy.Ticks;
import fr.preau.schoolyear.YearPolicy.Undoing;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class YearPolicyTest {
    private static final LocalDate JULY = LocalDate.of(2025, 7, 5);
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 4);
    private static final Ticks NONE = new Ticks(false, false);

    private static Change change(State state, LocalDate undoUntil) {
        return new Change(1, 2, 2025, state, Shown.NOBODY, null, undoUntil);
    }

    private static Plan.Numbers numbers(long made, long unplaced) {
        return new Plan.Numbers(3, made, 60, 12, unplaced, 0, 15);
    }

    @Test
    void a_year_begins_in_august() {
        var none = new SchoolYears.Signs(0, 0, 0);
        assertThat(YearPolicy.currentYear(none, JULY)).isEqualTo(2024);
        assertThat(YearPolicy.currentYear(none, LocalDate.of(2025, 8, 1))).isEqualTo(2025);
        assertThat(YearPolicy.currentYear(none, LocalDate.of(2026, 1, 10))).isEqualTo(2025);
    }

    @Test
    void a_school_whose_seats_are_older_than_august_has_not_changed_yet() {
        assertThat(YearPolicy.currentYear(new SchoolYears.Signs(0, 72, 1), SEPTEMBER))
                .isEqualTo(2024);
        assertThat(YearPolicy.currentYear(new SchoolYears.Signs(0, 72, 60), SEPTEMBER))
                .isEqualTo(2025);
    }

    @Test
    void a_school_that_changed_in_july_is_in_the_new_year_at_once() {
        assertThat(YearPolicy.currentYear(new SchoolYears.Signs(2025, 72, 0), JULY))
                .isEqualTo(2025);
        assertThat(YearPolicy.currentYear(new SchoolYears.Signs(2024, 72, 72), SEPTEMBER))
                .as("an old record does not hold back what the feed has brought")
                .isEqualTo(2025);
    }

    @Test
    void one_rehearsal_at_a_time_and_none_while_the_last_change_may_be_undone() {
        assertThat(YearPolicy.mayOpen(null, JULY)).isEqualTo(Opening.ALLOWED);
        assertThat(YearPolicy.mayOpen(change(State.UNDONE, null), JULY)).isEqualTo(Opening.ALLOWED);
        assertThat(YearPolicy.mayOpen(change(State.REHEARSAL, null), JULY))
                .isEqualTo(Opening.ALREADY_OPEN);
        assertThat(YearPolicy.mayOpen(change(State.APPLIED, JULY), JULY))
                .isEqualTo(Opening.STILL_UNDOABLE);
        assertThat(YearPolicy.mayOpen(change(State.APPLIED, JULY.minusDays(1)), JULY))
                .isEqualTo(Opening.ALLOWED);
    }

    @Test
    void pupils_without_a_place_and_a_date_in_winter_must_be_ticked() {
        var rehearsal = change(State.REHEARSAL, null);
        assertThat(YearPolicy.mayApply(rehearsal, 2024, numbers(3, 0), NONE, JULY))
                .isEqualTo(Applying.ALLOWED);
        assertThat(YearPolicy.mayApply(rehearsal, 2024, numbers(3, 2), NONE, JULY))
                .isEqualTo(Applying.UNPLACED);
        assertThat(
                        YearPolicy.mayApply(
                                rehearsal, 2024, numbers(3, 2), new Ticks(true, false), JULY))
                .isEqualTo(Applying.ALLOWED);
        var winter = LocalDate.of(2025, 1, 7);
        assertThat(YearPolicy.mayApply(rehearsal, 2024, numbers(3, 0), NONE, winter))
                .isEqualTo(Applying.EARLY);
        assertThat(
                        YearPolicy.mayApply(
                                rehearsal, 2024, numbers(3, 0), new Ticks(false, true), winter))
                .isEqualTo(Applying.ALLOWED);
    }

    @Test
    void what_is_not_open_what_the_feed_has_done_and_an_empty_plan_are_not_applied() {
        assertThat(
                        YearPolicy.mayApply(
                                change(State.APPLIED, JULY), 2024, numbers(3, 0), NONE, JULY))
                .isEqualTo(Applying.NOT_OPEN);
        var rehearsal = change(State.REHEARSAL, null);
        assertThat(YearPolicy.mayApply(rehearsal, 2025, numbers(3, 0), NONE, SEPTEMBER))
                .isEqualTo(Applying.OVERTAKEN);
        assertThat(YearPolicy.mayApply(rehearsal, 2024, numbers(0, 0), NONE, JULY))
                .isEqualTo(Applying.NO_CLASS);
    }

    @Test
    void a_change_is_undone_until_its_last_day_included() {
        assertThat(YearPolicy.mayUndo(change(State.APPLIED, JULY), JULY))
                .isEqualTo(Undoing.ALLOWED);
        assertThat(YearPolicy.mayUndo(change(State.APPLIED, JULY), JULY.plusDays(1)))
                .isEqualTo(Undoing.TOO_LATE);
        assertThat(YearPolicy.mayUndo(change(State.UNDONE, null), JULY))
                .isEqualTo(Undoing.NOT_APPLIED);
    }

    @Test
    void a_class_has_a_short_name_of_its_own() {
        assertThat(YearPolicy.mayName("CP B", false)).isEqualTo(Naming.ALLOWED);
        assertThat(YearPolicy.mayName(" ", false)).isEqualTo(Naming.EMPTY);
        assertThat(YearPolicy.mayName("x".repeat(41), false)).isEqualTo(Naming.TOO_LONG);
        assertThat(YearPolicy.mayName("CP A", true)).isEqualTo(Naming.TAKEN);
    }
}
