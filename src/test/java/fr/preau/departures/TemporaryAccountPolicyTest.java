package fr.preau.departures;

import static fr.preau.departures.TemporaryAccountPolicy.mayLast;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.departures.TemporaryAccountPolicy.Lasting;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TemporaryAccountPolicyTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 9, 10);

    @Test
    void an_account_lasts_from_a_day_to_a_later_one_within_a_year() {
        assertThat(mayLast(TODAY, TODAY, TODAY)).isEqualTo(Lasting.ALLOWED);
        assertThat(mayLast(TODAY, TODAY.plusYears(1), TODAY)).isEqualTo(Lasting.ALLOWED);
        assertThat(mayLast(TODAY.minusYears(2), TODAY, TODAY)).isEqualTo(Lasting.ALLOWED);
    }

    @Test
    void it_neither_ends_before_it_begins_nor_in_the_past_nor_never() {
        assertThat(mayLast(null, TODAY, TODAY)).isEqualTo(Lasting.MISSING);
        assertThat(mayLast(TODAY, null, TODAY)).isEqualTo(Lasting.MISSING);
        assertThat(mayLast(TODAY.plusDays(2), TODAY.plusDays(1), TODAY))
                .isEqualTo(Lasting.BACKWARDS);
        assertThat(mayLast(TODAY.minusDays(9), TODAY.minusDays(1), TODAY)).isEqualTo(Lasting.PAST);
        assertThat(mayLast(TODAY, TODAY.plusYears(1).plusDays(1), TODAY))
                .isEqualTo(Lasting.TOO_LONG);
        assertThat(mayLast(TODAY.plusYears(3), TODAY.plusYears(3), TODAY))
                .isEqualTo(Lasting.TOO_LONG);
    }
}
