package fr.preau.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The formula, and what a line reaches by it. */
class CalculationTest {
    private static final Formula USUAL =
            new Formula(
                    1,
                    2024,
                    1,
                    LocalDate.of(2024, 8, 1),
                    50,
                    100,
                    30,
                    2500,
                    1000,
                    2000,
                    25,
                    100,
                    300,
                    1000);

    @Test
    void two_schools_of_the_convention_need_thirty_five_megabits() {
        var needs = Calculation.of(USUAL, new Uses(180, 8, 60, 8, 0));
        assertThat(needs.together()).isEqualTo(60);
        assertThat(needs.needDownKbit()).isEqualTo(35_000);
        assertThat(needs.needUpKbit()).isEqualTo(2_250);
    }

    @Test
    void no_more_pupils_work_at_once_than_there_are_devices_nor_than_the_share_of_them() {
        assertThat(Calculation.of(USUAL, new Uses(180, 8, 200, 8, 0)).together()).isEqualTo(90);
        assertThat(Calculation.of(USUAL, new Uses(11, 1, 200, 0, 0)).together())
                .as("half a pupil is a pupil")
                .isEqualTo(6);
        assertThat(Calculation.of(USUAL, new Uses(11, 1, 1, 0, 0)).together()).isEqualTo(1);
    }

    @Test
    void the_largest_school_that_may_be_declared_is_still_counted() {
        var most =
                new Formula(
                        1,
                        2024,
                        1,
                        LocalDate.EPOCH,
                        100,
                        100_000,
                        100_000,
                        100_000,
                        100_000,
                        100_000,
                        300,
                        1,
                        2,
                        100_000);
        assertThat(Calculation.of(most, new Uses(9_000, 300, 2_000, 200, 200)).needDownKbit())
                .isEqualTo(880_400_000);
    }

    @Test
    void the_bands_are_for_each_pupil_at_work() {
        assertThat(Reached.by(5_999, 60, USUAL)).isNull();
        assertThat(Reached.by(6_000, 60, USUAL)).isEqualTo(Band.MINIMUM);
        assertThat(Reached.by(18_000, 60, USUAL)).isEqualTo(Band.COMFORT);
        assertThat(Reached.by(60_000, 60, USUAL)).isEqualTo(Band.TARGET);
        assertThat(Reached.by(null, 60, USUAL)).isNull();
    }

    @Test
    void a_line_is_enough_when_both_ways_are() {
        assertThat(Standing.of(35_000, 35_000, 3_000, 2_250)).isEqualTo(Standing.ENOUGH);
        assertThat(Standing.of(35_000, 35_000, 2_000, 2_250)).isEqualTo(Standing.SHORT);
        assertThat(Standing.of(34_999, 35_000, null, 2_250)).isEqualTo(Standing.SHORT);
        assertThat(Standing.of(35_000, 35_000, null, 2_250)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void rates_are_read_as_people_write_them() {
        assertThat(Megabits.read("300")).isEqualTo(300_000);
        assertThat(Megabits.read("12,5")).isEqualTo(12_500);
        assertThat(Megabits.read(" 0.1 ")).isEqualTo(100);
        for (var wrong : List.of("", "0", "-3", "1e9", "12,5,1", "999999999", "trois", "0,0001"))
            assertThat(Megabits.read(wrong)).as(wrong).isNull();
        assertThat(Megabits.say(23_125)).isEqualTo("23,13");
        assertThat(Megabits.say(35_000)).isEqualTo("35");
    }

    @Test
    void tablets_that_test_within_a_minute_are_one_trial_and_add_up() {
        var noon = Instant.parse("2024-09-10T10:00:00Z");
        var trials =
                Trial.of(
                        List.of(
                                test(noon, "CP A", 9_000),
                                test(noon.minusSeconds(20), "CP A", 8_000),
                                test(noon.minusSeconds(60), "BCD", 7_000),
                                test(noon.minusSeconds(61), "CP A", 30_000)));
        assertThat(trials).hasSize(2);
        assertThat(trials.getFirst().devices()).isEqualTo(3);
        assertThat(trials.getFirst().downKbit()).isEqualTo(24_000);
        assertThat(trials.getFirst().rooms()).isEqualTo("CP A, BCD");
        assertThat(trials.getLast().downKbit()).isEqualTo(30_000);
    }

    private static LineTest test(Instant at, String room, int down) {
        return new LineTest(1, at, room, DeviceKind.TABLET, down, 1_000, 20, 400);
    }
}
