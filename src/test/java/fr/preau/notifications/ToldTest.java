package fr.preau.notifications;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Profile.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.web.Profile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was told opens under a hat that is let in where it leads, and under no other. */
class ToldTest {
    private static List<Profile> hats(String kind) {
        var told = new Told(1, kind, 2);
        return Stream.of(GUARDIAN, TEACHER, TOWN, SUPERVISION).filter(told::isFor).toList();
    }

    @Test
    void a_message_is_read_under_any_hat() {
        for (var kind : List.of("MESSAGE", "MESSAGE_REMINDER", "MESSAGE_REFUSED", "MESSAGE_WARNED"))
            assertThat(hats(kind)).as(kind).containsExactly(GUARDIAN, TEACHER, TOWN, SUPERVISION);
    }

    @Test
    void what_waits_for_a_decision_is_for_those_who_decide() {
        for (var kind : List.of("MESSAGE_WAITING", "MESSAGE_REPORTED"))
            assertThat(hats(kind)).as(kind).containsExactly(TEACHER, TOWN, SUPERVISION);
        assertThat(hats("MESSAGE_REVIEW")).containsExactly(TEACHER);
    }

    @Test
    void what_a_family_writes_is_for_the_school_and_its_answer_for_the_family() {
        assertThat(hats("FAMILY_NOTE")).containsExactly(TEACHER);
        assertThat(hats("FAMILY_ANSWER")).containsExactly(GUARDIAN);
    }
}
