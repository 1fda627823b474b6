package fr.preau.vigilance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.messages.Weight;
import fr.preau.messages.Weight.Widest;
import fr.preau.vigilance.Figures.Figure;
import fr.preau.vigilance.WatchPolicy.Facts;
import fr.preau.vigilance.WatchPolicy.Reason;
import fr.preau.vigilance.WatchPolicy.Recent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchPolicyTest {
    private static final Map<Figure, Integer> FIGURES =
            Map.of(
                    Figure.PEOPLE, 50,
                    Figure.CLASS, 120,
                    Figure.SCHOOL, 600,
                    Figure.PERIMETER, 1000,
                    Figure.NEW_DEVICE_PEOPLE, 0,
                    Figure.SAME_TEXT_SOURCES, 3);

    private static final Weight ONE = new Weight(1, 1, 0, Widest.NONE);
    private static final Weight CLASS = new Weight(54, 0, 28, Widest.CLASS);
    private static final Weight SCHOOL = new Weight(390, 0, 210, Widest.SCHOOL);

    private static Facts staff(Weight weight, Recent recent) {
        return new Facts(true, true, false, weight, recent, 1, false);
    }

    private static Facts family(Weight weight, Recent recent) {
        return new Facts(false, false, false, weight, recent, 1, false);
    }

    @Test
    void a_teacher_writes_to_the_class_and_a_director_to_the_school_as_every_day() {
        assertThat(WatchPolicy.over(staff(CLASS, Recent.NOTHING), FIGURES)).isEmpty();
        assertThat(WatchPolicy.over(staff(CLASS, new Recent(54, 0, 28)), FIGURES)).isEmpty();
        assertThat(WatchPolicy.over(staff(SCHOOL, new Recent(390, 0, 210)), FIGURES)).isEmpty();
    }

    @Test
    void without_a_second_factor_the_class_is_daily_work_and_the_school_is_not() {
        assertThat(WatchPolicy.over(weak(CLASS, new Recent(54, 0, 28)), FIGURES)).isEmpty();
        assertThat(WatchPolicy.over(weak(CLASS, new Recent(200, 0, 100)), FIGURES))
                .contains(Reason.MANY);
        assertThat(WatchPolicy.over(weak(SCHOOL, Recent.NOTHING), FIGURES)).contains(Reason.MANY);
    }

    private static Facts weak(Weight weight, Recent recent) {
        return new Facts(true, false, false, weight, recent, 1, false);
    }

    @Test
    void more_than_fifty_people_within_the_window_wait() {
        assertThat(WatchPolicy.over(family(ONE, new Recent(49, 49, 0)), FIGURES)).isEmpty();
        assertThat(WatchPolicy.over(family(ONE, new Recent(50, 50, 0)), FIGURES))
                .contains(Reason.MANY);
        assertThat(WatchPolicy.over(staff(ONE, new Recent(50, 50, 0)), FIGURES))
                .contains(Reason.MANY);
        assertThat(WatchPolicy.over(staff(CLASS, new Recent(0, 0, 100)), FIGURES))
                .contains(Reason.MANY);
    }

    @Test
    void whatever_comes_from_a_new_device_waits() {
        assertThat(
                        WatchPolicy.over(
                                new Facts(true, true, true, ONE, Recent.NOTHING, 1, false),
                                FIGURES))
                .contains(Reason.NEW_DEVICE);
    }

    @Test
    void one_text_from_three_families_waits_until_somebody_lets_it_through() {
        assertThat(
                        WatchPolicy.over(
                                new Facts(false, false, false, ONE, Recent.NOTHING, 3, false),
                                FIGURES))
                .contains(Reason.SAME_TEXT);
        assertThat(
                        WatchPolicy.over(
                                new Facts(false, false, false, ONE, Recent.NOTHING, 2, false),
                                FIGURES))
                .isEmpty();
        assertThat(
                        WatchPolicy.over(
                                new Facts(false, false, false, ONE, Recent.NOTHING, 9, true),
                                FIGURES))
                .isEmpty();
    }

    @Test
    void a_text_is_the_same_whatever_is_added_to_make_it_look_different() {
        assertThat(SameText.normal("Vous êtes **CONVOQUÉ**, demain !"))
                .isEqualTo(SameText.normal("vous etes con\u200Bvoque\u0301 demain."))
                .isNotEqualTo(SameText.normal("Vous êtes convoqués demain"));
    }
}
