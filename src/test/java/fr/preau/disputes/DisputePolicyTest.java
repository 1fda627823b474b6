package fr.preau.disputes;

import static fr.preau.disputes.Party.REGION;
import static fr.preau.disputes.Party.TOWN;
import static fr.preau.disputes.StepKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.disputes.DisputePolicy.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may do what, and when: the région has opened. */
class DisputePolicyTest {
    private static final LocalDate EFFECT = LocalDate.of(2024, 6, 26);
    private static final LocalDate END = LocalDate.of(2025, 9, 1);

    private final List<Step> steps = new ArrayList<>();
    private boolean inForce = true;

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private DisputePolicyTest with(StepKind kind, Party party, String on) {
        steps.add(step(kind, party, on));
        return this;
    }

    private Step step(StepKind kind, Party party, String on) {
        return step(
                kind, party, on, day(on).atTime(9, 0).atZone(fr.preau.School.PARIS).toInstant());
    }

    private Step step(StepKind kind, Party party, String on, Instant at) {
        return new Step(steps.size() + 1, 1, kind, party, day(on), null, "", "", null, at, false);
    }

    /** Of this day, says the party; entered at this instant. */
    private DisputePolicyTest with(StepKind kind, Party party, String on, String enteredAt) {
        steps.add(step(kind, party, on, Instant.parse(enteredAt)));
        return this;
    }

    private Course course() {
        var dispute =
                new Dispute(
                        1, 1, REGION, day("2025-01-06"), new Delays(1, 15, 1, "tribunal"), null);
        return new Course(dispute, List.copyOf(steps), new Course.Convention(inForce, EFFECT, END));
    }

    private Verdict may(StepKind kind, Party party, String on, String today) {
        return DisputePolicy.may(kind, day(on), party, course(), day(today));
    }

    private Verdict may(StepKind kind, Party party, String today) {
        return may(kind, party, today, today);
    }

    private DisputePolicyTest sent(String on) {
        return with(OPENED, REGION, "2025-01-06").with(FIRST_LETTER, REGION, on);
    }

    @Test
    void the_letters_are_the_openers() {
        with(OPENED, REGION, "2025-01-06");
        assertThat(may(FIRST_LETTER, REGION, "2025-01-07")).isEqualTo(Verdict.ALLOWED);
        assertThat(may(FIRST_LETTER, TOWN, "2025-01-07")).isEqualTo(Verdict.WRONG_PARTY);
        with(FIRST_LETTER, REGION, "2025-01-07");
        assertThat(may(FIRST_LETTER, REGION, "2025-01-08")).isEqualTo(Verdict.ALREADY);
        assertThat(may(FIRST_RECEIPT, TOWN, "2025-01-09")).isEqualTo(Verdict.WRONG_PARTY);
        assertThat(may(FIRST_RECEIPT, REGION, "2025-01-09")).isEqualTo(Verdict.ALLOWED);
        with(FAILED, TOWN, "2025-01-20").with(REASONS, REGION, "2025-01-21");
        assertThat(may(SECOND_LETTER, REGION, "2025-01-21")).isEqualTo(Verdict.ALLOWED);
        assertThat(may(SECOND_LETTER, TOWN, "2025-01-21")).isEqualTo(Verdict.WRONG_PARTY);
        assertThat(may(SECOND_RECEIPT, REGION, "2025-01-21")).isEqualTo(Verdict.NOT_YET);
    }

    @Test
    void nothing_is_dated_in_the_future_nor_before_the_step_before() {
        sent("2025-01-10");
        assertThat(may(PROPOSED, TOWN, "2025-01-12", "2025-01-12")).isEqualTo(Verdict.ALLOWED);
        assertThat(may(PROPOSED, TOWN, "2025-01-13", "2025-01-12")).isEqualTo(Verdict.IN_FUTURE);
        assertThat(may(PROPOSED, TOWN, "2025-01-09", "2025-01-12")).isEqualTo(Verdict.BEFORE_LAST);
        with(HELD, TOWN, "2025-01-20");
        assertThat(may(FIRST_RECEIPT, REGION, "2025-01-11", "2025-01-21"))
                .as("a letter is received before what follows is entered")
                .isEqualTo(Verdict.ALLOWED);
        assertThat(may(FIRST_RECEIPT, REGION, "2025-01-09", "2025-01-21"))
                .isEqualTo(Verdict.BEFORE_LAST);
    }

    @Test
    void the_second_letter_waits_for_the_failure_or_for_the_end_of_the_month() {
        assertThat(may(REASONS, REGION, "2025-01-06")).isEqualTo(Verdict.CLOSED);
        with(OPENED, REGION, "2025-01-06");
        assertThat(may(REASONS, REGION, "2025-01-07")).isEqualTo(Verdict.NOT_YET);
        with(FIRST_LETTER, REGION, "2025-01-31");
        assertThat(may(REASONS, REGION, "2025-02-10")).isEqualTo(Verdict.MONTH_RUNS);
        assertThat(may(REASONS, REGION, "2025-02-28"))
                .as("the last day is theirs to meet")
                .isEqualTo(Verdict.MONTH_RUNS);
        assertThat(may(REASONS, REGION, "2025-03-01")).isEqualTo(Verdict.ALLOWED);
        assertThat(may(REASONS, TOWN, "2025-03-01")).isEqualTo(Verdict.WRONG_PARTY);
        assertThat(may(REASONS, REGION, "2025-02-28", "2025-03-01"))
                .as("dated while the month ran")
                .isEqualTo(Verdict.MONTH_RUNS);
        assertThat(may(SECOND_LETTER, REGION, "2025-03-01")).isEqualTo(Verdict.NOT_YET);
        with(REASONS, REGION, "2025-03-01");
        assertThat(may(SECOND_LETTER, REGION, "2025-03-03")).isEqualTo(Verdict.ALLOWED);
        with(SECOND_LETTER, REGION, "2025-03-03");
        assertThat(may(SECOND_LETTER, REGION, "2025-03-03")).isEqualTo(Verdict.ALREADY);
    }

    @Test
    void a_letter_that_is_entered_late_counts_from_the_day_it_was_entered() {
        with(OPENED, REGION, "2025-01-06");
        with(FIRST_LETTER, REGION, "2025-01-07", "2025-01-31T23:30:00Z");
        assertThat(course().conciliationUntil())
                .as("it is the first of February in Paris")
                .contains(day("2025-03-01"));
        assertThat(may(REASONS, REGION, "2025-03-01")).isEqualTo(Verdict.MONTH_RUNS);
        assertThat(may(REASONS, REGION, "2025-02-10", "2025-03-02"))
                .as("dated a month after the day that was given")
                .isEqualTo(Verdict.MONTH_RUNS);
        assertThat(may(REASONS, REGION, "2025-03-02")).isEqualTo(Verdict.ALLOWED);
        with(REASONS, REGION, "2025-03-02", "2025-03-05T08:00:00Z");
        with(SECOND_LETTER, REGION, "2025-03-02", "2025-03-07T08:00:00Z");
        assertThat(course().terminationOn()).contains(day("2025-03-22"));
        assertThat(course().agreementUntil()).contains(day("2025-04-05"));
        assertThat(may(COURT, TOWN, "2025-04-05")).isEqualTo(Verdict.COURT_LATER);
        assertThat(may(COURT, TOWN, "2025-04-06")).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void a_conciliation_that_failed_opens_the_second_letter_however_late_the_first_was_entered() {
        with(OPENED, REGION, "2025-01-06");
        with(FIRST_LETTER, REGION, "2025-01-07", "2025-01-20T08:00:00Z");
        with(PROPOSED, REGION, "2025-01-20");
        assertThat(may(REASONS, REGION, "2025-01-21")).isEqualTo(Verdict.MONTH_RUNS);
        with(FAILED, TOWN, "2025-01-21");
        assertThat(may(REASONS, REGION, "2025-01-21")).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void a_convention_ends_today_at_the_earliest() {
        sent("2025-01-10").with(FAILED, TOWN, "2025-01-20").with(REASONS, REGION, "2025-01-31");
        with(SECOND_LETTER, REGION, "2025-02-03");
        assertThat(course().endsNow(day("2025-02-17"))).isEmpty();
        assertThat(course().endsNow(day("2025-02-18"))).contains(day("2025-02-18"));
        assertThat(course().endsNow(day("2025-03-20"))).contains(day("2025-03-20"));
        assertThat(course().endsNow(END)).contains(END);
        assertThat(course().endsNow(END.plusDays(1))).as("it has ended by itself").isEmpty();
    }

    @Test
    void a_conciliation_that_was_held_is_said_to_have_failed_before_the_second_letter() {
        sent("2025-01-10").with(PROPOSED, TOWN, "2025-01-12").with(HELD, TOWN, "2025-01-20");
        assertThat(may(REASONS, REGION, "2025-03-01")).isEqualTo(Verdict.NOT_FAILED);
        assertThat(may(HELD, REGION, "2025-01-21")).isEqualTo(Verdict.ALREADY);
        assertThat(may(FAILED, REGION, "2025-01-21")).isEqualTo(Verdict.ALLOWED);
        with(FAILED, REGION, "2025-01-21");
        assertThat(may(FAILED, TOWN, "2025-01-21")).isEqualTo(Verdict.ALREADY);
        assertThat(may(HELD, TOWN, "2025-01-22")).isEqualTo(Verdict.ALREADY);
        assertThat(may(REASONS, REGION, "2025-01-21")).isEqualTo(Verdict.ALLOWED);
        with(REASONS, REGION, "2025-01-21");
        assertThat(may(FAILED, TOWN, "2025-01-22")).isEqualTo(Verdict.ALREADY);
    }

    @Test
    void whoever_proposes_to_meet_does_not_say_alone_that_it_failed() {
        sent("2025-01-10");
        assertThat(may(FAILED, REGION, "2025-01-11")).isEqualTo(Verdict.NOT_YET);
        with(PROPOSED, REGION, "2025-01-11");
        assertThat(may(FAILED, REGION, "2025-01-11")).isEqualTo(Verdict.NOT_HELD);
        assertThat(may(FAILED, TOWN, "2025-01-12")).as("a refusal").isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void an_agreement_takes_two() {
        sent("2025-01-10");
        assertThat(may(AGREED, TOWN, "2025-01-11")).isEqualTo(Verdict.NOT_YET);
        with(OFFER, TOWN, "2025-01-11");
        assertThat(may(AGREED, TOWN, "2025-01-11")).isEqualTo(Verdict.WRONG_PARTY);
        assertThat(may(AGREED, REGION, "2025-01-12")).isEqualTo(Verdict.ALLOWED);
        with(OFFER, REGION, "2025-01-12");
        assertThat(may(AGREED, REGION, "2025-01-13")).isEqualTo(Verdict.WRONG_PARTY);
        assertThat(may(AGREED, TOWN, "2025-01-13")).isEqualTo(Verdict.ALLOWED);
        with(AGREED, TOWN, "2025-01-13");
        for (var kind : StepKind.values())
            assertThat(may(kind, REGION, "2025-03-01")).isEqualTo(Verdict.CLOSED);
    }

    @Test
    void the_court_waits_a_month_from_the_date_of_the_second_letter() {
        sent("2025-01-10");
        assertThat(may(COURT, TOWN, "2025-03-30")).isEqualTo(Verdict.NOT_YET);
        with(FAILED, TOWN, "2025-01-20").with(REASONS, REGION, "2025-01-31");
        assertThat(may(COURT, TOWN, "2025-03-30")).as("not sent").isEqualTo(Verdict.NOT_YET);
        with(SECOND_LETTER, REGION, "2025-02-03");
        assertThat(course().terminationOn()).contains(day("2025-02-18"));
        assertThat(course().agreementUntil()).contains(day("2025-02-28"));
        assertThat(may(COURT, TOWN, "2025-02-28")).isEqualTo(Verdict.COURT_LATER);
        assertThat(may(COURT, TOWN, "2025-03-01")).isEqualTo(Verdict.ALLOWED);
        assertThat(may(COURT, REGION, "2025-03-01")).isEqualTo(Verdict.ALLOWED);
        assertThat(may(COURT, REGION, "2025-02-28", "2025-03-01")).isEqualTo(Verdict.COURT_LATER);
        with(COURT, TOWN, "2025-03-01");
        assertThat(may(COURT, REGION, "2025-03-02")).isEqualTo(Verdict.ALREADY);
    }

    @Test
    void the_opener_gives_up_until_the_convention_is_terminated() {
        sent("2025-01-10").with(FAILED, TOWN, "2025-01-20").with(REASONS, REGION, "2025-01-31");
        with(SECOND_LETTER, REGION, "2025-02-03");
        assertThat(may(WITHDRAWN, TOWN, "2025-02-04")).isEqualTo(Verdict.WRONG_PARTY);
        assertThat(may(WITHDRAWN, REGION, "2025-02-04")).isEqualTo(Verdict.ALLOWED);
        with(TERMINATED, null, "2025-02-18");
        assertThat(may(WITHDRAWN, REGION, "2025-02-19")).isEqualTo(Verdict.TOO_LATE);
    }

    @Test
    void a_convention_that_is_over_is_not_terminated() {
        sent("2025-01-10").with(FAILED, TOWN, "2025-01-20");
        assertThat(may(REASONS, REGION, "2025-02-01")).isEqualTo(Verdict.ALLOWED);
        inForce = false;
        assertThat(may(REASONS, REGION, "2025-09-02")).isEqualTo(Verdict.NOT_IN_FORCE);
        assertThat(course().phase(day("2025-09-02"))).isEqualTo(Phase.OVER);
        assertThat(may(OFFER, TOWN, "2025-09-02")).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void a_second_letter_late_in_summer_is_overtaken_by_the_end_of_the_convention() {
        sent("2025-07-01").with(FAILED, TOWN, "2025-07-10").with(REASONS, REGION, "2025-08-17");
        with(SECOND_LETTER, REGION, "2025-08-17");
        assertThat(course().terminationOn()).contains(day("2025-09-01"));
        assertThat(course().endsByItself()).as("on the last day itself").isFalse();
        steps.removeLast();
        with(SECOND_LETTER, REGION, "2025-08-18");
        assertThat(course().endsByItself()).isTrue();
        assertThat(course().phase(day("2025-08-20"))).isEqualTo(Phase.ENDING);
    }

    @Test
    void a_mistake_is_taken_back_on_its_day_by_its_author_while_nothing_followed() {
        sent("2025-01-10");
        var letter = steps.getLast();
        var today = day("2025-01-10");
        assertThat(DisputePolicy.mayTakeBack(letter, REGION, course(), today))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(DisputePolicy.mayTakeBack(letter, TOWN, course(), today))
                .isEqualTo(Verdict.WRONG_PARTY);
        assertThat(DisputePolicy.mayTakeBack(letter, REGION, course(), day("2025-01-11")))
                .isEqualTo(Verdict.NOT_TODAY);
        with(PROPOSED, TOWN, "2025-01-10");
        assertThat(DisputePolicy.mayTakeBack(letter, REGION, course(), today))
                .as("something followed")
                .isEqualTo(Verdict.NOT_TODAY);
        with(FAILED, REGION, "2025-01-12").with(REASONS, REGION, "2025-01-13");
        assertThat(DisputePolicy.mayTakeBack(steps.getLast(), REGION, course(), day("2025-01-20")))
                .as("a letter that has not left")
                .isEqualTo(Verdict.ALLOWED);
    }
}
