package fr.preau.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContinuityPolicyTest {
    private static final LocalDate END = LocalDate.parse("2025-09-01");
    private static final Rules RULES =
            new Rules(
                    Map.of(
                            "MAY", "05-01",
                            "JUNE", "06-15",
                            "AUGUST", "08-20",
                            "NOTICE_DAYS", "15",
                            "READING_DAYS", "60",
                            "CLOSING_DAYS", "15",
                            "CLOSED_DAYS", "90"));

    private static Cover cover(LocalDate ends, boolean cut, @Nullable String warned) {
        return told(ends, cut, warned, null, null, null);
    }

    private static Cover told(
            LocalDate ends,
            boolean cut,
            @Nullable String warned,
            @Nullable String closing,
            @Nullable String closingGiven,
            @Nullable String grace) {
        return new Cover(
                1,
                "École",
                2,
                ends,
                cut,
                day(warned),
                day(closing),
                day(closingGiven),
                day(grace),
                null);
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static Standing on(Cover cover, String today) {
        return ContinuityPolicy.standing(cover, RULES, LocalDate.parse(today));
    }

    private static List<String> due(Cover cover, String today) {
        return ContinuityPolicy.due(cover, RULES, LocalDate.parse(today)).stream()
                .map(ContinuityPolicy.Step::name)
                .toList();
    }

    @Test
    void an_end_is_announced_in_may_in_june_and_in_august() {
        var cover = cover(END, false, null);
        assertThat(on(cover, "2025-04-30").phase()).isEqualTo(Phase.OPEN);
        assertThat(on(cover, "2025-05-01").phase()).isEqualTo(Phase.WARNED);
        assertThat(due(cover, "2025-04-30")).isEmpty();
        assertThat(due(cover, "2025-05-01")).containsExactly("MAY");
        assertThat(due(cover, "2025-06-15")).containsExactly("MAY", "JUNE");
        assertThat(due(cover, "2025-08-20")).containsExactly("MAY", "JUNE", "AUGUST");
    }

    @Test
    void on_the_day_after_the_last_everything_is_only_read_if_it_was_announced() {
        assertThat(on(cover(END, false, "2025-05-01"), "2025-09-01").phase())
                .isEqualTo(Phase.WARNED);
        assertThat(on(cover(END, false, "2025-05-01"), "2025-09-02").phase())
                .isEqualTo(Phase.READING);
        assertThat(on(cover(END, false, "2025-08-28"), "2025-09-11").phase())
                .as("fifteen days after the first warning")
                .isEqualTo(Phase.WARNED);
        assertThat(on(cover(END, false, "2025-08-28"), "2025-09-12").phase())
                .isEqualTo(Phase.READING);
        assertThat(on(cover(END, false, null), "2026-03-01").phase())
                .as("never a silent cut")
                .isEqualTo(Phase.WARNED);
    }

    @Test
    void who_was_not_warned_in_time_is_warned_at_once() {
        assertThat(due(cover(END, false, null), "2025-09-20")).containsExactly("SHORT");
        var cut = cover(LocalDate.parse("2025-01-14"), true, null);
        assertThat(on(cut, "2024-12-20").phase()).isEqualTo(Phase.WARNED);
        assertThat(due(cut, "2024-12-20")).containsExactly("SHORT");
        assertThat(
                        on(cover(LocalDate.parse("2025-01-14"), true, "2025-01-13"), "2025-01-27")
                                .phase())
                .isEqualTo(Phase.WARNED);
        assertThat(
                        on(cover(LocalDate.parse("2025-01-14"), true, "2025-01-13"), "2025-01-28")
                                .phase())
                .isEqualTo(Phase.READING);
    }

    @Test
    void a_closure_comes_after_its_delay_and_after_its_own_warning() {
        var cover = cover(END, false, "2025-05-01");
        assertThat(on(cover, "2025-10-20").closesOn()).isEqualTo("2025-11-01");
        assertThat(due(cover, "2025-10-16")).containsExactly("READING");
        assertThat(due(cover, "2025-10-17")).containsExactly("READING", "CLOSING");
        assertThat(on(cover, "2025-12-01").phase()).isEqualTo(Phase.READING);
        var told = told(END, false, "2025-05-01", "2025-11-01", "2025-10-17", null);
        assertThat(on(told, "2025-10-31").phase()).isEqualTo(Phase.READING);
        assertThat(on(told, "2025-11-01").phase()).isEqualTo(Phase.CLOSED);
        assertThat(on(told, "2025-11-01").keptUntil()).isEqualTo("2026-01-30");
        var late = told(END, false, "2025-05-01", "2025-11-01", "2025-10-30", null);
        assertThat(on(late, "2025-11-13").phase()).isEqualTo(Phase.READING);
        assertThat(on(late, "2025-11-14").phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void a_prolongation_moves_the_closure_which_is_announced_again() {
        var longer = told(END, false, "2025-05-01", "2025-11-01", "2025-10-17", "2025-12-19");
        assertThat(on(longer, "2025-11-20").phase()).isEqualTo(Phase.READING);
        assertThat(on(longer, "2025-11-20").closesOn()).isEqualTo("2025-12-20");
        assertThat(due(longer, "2025-12-05")).containsExactly("READING", "CLOSING");
        var undone = told(END, false, "2025-05-01", "2025-12-20", "2025-12-05", null);
        assertThat(on(undone, "2025-12-10").phase())
                .as("what was announced was a later day")
                .isEqualTo(Phase.READING);
        assertThat(due(undone, "2025-12-10")).contains("CLOSING");
    }

    @Test
    void more_time_is_given_for_a_year_at_most() {
        var today = LocalDate.parse("2025-10-01");
        assertThat(ContinuityPolicy.mayLast(LocalDate.parse("2026-10-01"), today))
                .isEqualTo(ContinuityPolicy.Verdict.ALLOWED);
        assertThat(ContinuityPolicy.mayLast(today.minusDays(1), today))
                .isEqualTo(ContinuityPolicy.Verdict.PAST);
        assertThat(ContinuityPolicy.mayLast(LocalDate.parse("2026-10-02"), today))
                .isEqualTo(ContinuityPolicy.Verdict.FAR);
        assertThat(ContinuityPolicy.mayLast(null, today))
                .isEqualTo(ContinuityPolicy.Verdict.MISSING);
    }
}
