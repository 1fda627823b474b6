package fr.preau.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0          | zéro euro
                    1          | un centime
                    50         | cinquante centimes
                    100        | un euro
                    101        | un euro et un centime
                    2100       | vingt et un euros
                    4500       | quarante-cinq euros
                    4550       | quarante-cinq euros et cinquante centimes
                    7100       | soixante et onze euros
                    7200       | soixante-douze euros
                    8000       | quatre-vingts euros
                    8100       | quatre-vingt-un euros
                    9000       | quatre-vingt-dix euros
                    9100       | quatre-vingt-onze euros
                    9999       | quatre-vingt-dix-neuf euros et quatre-vingt-dix-neuf centimes
                    10000      | cent euros
                    10100      | cent un euros
                    18000      | cent quatre-vingts euros
                    20000      | deux cents euros
                    20100      | deux cent un euros
                    28000      | deux cent quatre-vingts euros
                    100000     | mille euros
                    112500     | mille cent vingt-cinq euros
                    200000     | deux mille euros
                    8000000    | quatre-vingt mille euros
                    20000000   | deux cent mille euros
                    20020000   | deux cent mille deux cents euros
                    100000000  | un million d’euros
                    8000000000 | quatre-vingts millions d’euros
                    100004500  | un million quarante-cinq euros
                    """)
    void an_amount_is_written_as_documents_of_account_write_it(long cents, String words) {
        assertThat(AmountInWords.of(cents)).isEqualTo(words);
    }

    @Test
    void every_amount_of_a_convention_has_its_own_words() {
        var seen = new java.util.HashSet<String>();
        for (var cents = 0; cents <= 1_000_000; cents += 25)
            assertThat(seen.add(AmountInWords.of(cents))).as("%d", cents).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    45        | 4500
                    45,5      | 4550
                    45,50     | 4550
                    45.50     | 4550
                    1 234,50  | 123450
                    90,00 €   | 9000
                    0         | 0
                    -45       | -
                    45,505    | -
                    =45       | -
                    quarante  | -
                    9999999999| -
                    """)
    void an_amount_is_read_as_people_and_accounts_write_it(String written, Long cents) {
        assertThat(Amount.read(written).orElse(null)).isEqualTo(cents);
    }

    @Test
    void programs_read_amounts_without_spaces() {
        assertThat(Amount.forPrograms(4500)).isEqualTo("45,00");
        assertThat(Amount.forPrograms(112550)).isEqualTo("1125,50");
        assertThat(Amount.forPrograms(-50)).isEqualTo("-0,50");
    }
}
