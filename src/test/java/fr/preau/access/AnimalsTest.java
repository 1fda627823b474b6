package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.web.Screen;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** A child who cannot read knows their own face among those of the class. */
class AnimalsTest {
    @Test
    void children_who_entered_one_after_the_other_have_each_their_own_animal_and_colour() {
        for (var first : new long[] {1, 7, 12_345, 1_256_317}) {
            var seen = new HashSet<String>();
            for (var child = first; child < first + 96; child++)
                assertThat(seen.add(Pictures.avatar(child) + " " + Screen.colourOf(child)))
                        .as("child %d", child)
                        .isTrue();
        }
    }
}
