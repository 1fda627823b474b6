package fr.preau.switches;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.TEACHER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.switches.SwitchPolicy.Pupils;
import fr.preau.web.Service;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SwitchPolicyTest {
    private static final Service NOTES =
            new Service(
                    "liaison",
                    "notebook-pen",
                    "Mots",
                    "les mots",
                    Set.of("/liaison"),
                    Set.of(PUPIL, GUARDIAN, TEACHER),
                    false);

    @Test
    void pupils_of_maternelle_wait_until_somebody_opens() {
        assertThat(SwitchPolicy.opens(NOTES, PUPIL, null, null, false)).isTrue();
        assertThat(SwitchPolicy.opens(NOTES, PUPIL, null, null, true)).isFalse();
        assertThat(SwitchPolicy.opens(NOTES, GUARDIAN, null, null, true)).isTrue();
        assertThat(SwitchPolicy.opens(NOTES, PUPIL, null, true, true)).isTrue();
        assertThat(SwitchPolicy.opens(NOTES, PUPIL, true, null, true)).isTrue();
    }

    @Test
    void a_closed_school_closes_its_classes_and_a_class_decides_for_itself_in_an_open_one() {
        assertThat(SwitchPolicy.opens(NOTES, GUARDIAN, false, true, false)).isFalse();
        assertThat(SwitchPolicy.opens(NOTES, GUARDIAN, null, false, false)).isFalse();
        assertThat(SwitchPolicy.opens(NOTES, GUARDIAN, true, false, false)).isFalse();
        assertThat(SwitchPolicy.opens(NOTES, GUARDIAN, null, true, false)).isTrue();
    }

    @Test
    void what_is_shown_is_what_is_applied() {
        for (var school : new Boolean[] {null, true, false})
            for (var schoolClass : new Boolean[] {null, true, false})
                for (var profile : NOTES.profiles())
                    for (var nursery : new boolean[] {true, false})
                        assertThat(
                                        SwitchPolicy.schoolClass(
                                                        NOTES,
                                                        profile,
                                                        school,
                                                        schoolClass,
                                                        nursery
                                                                ? Pupils.NURSERY
                                                                : Pupils.ELEMENTARY)
                                                .state()
                                                .isOpen())
                                .isEqualTo(
                                        SwitchPolicy.opens(
                                                NOTES, profile, school, schoolClass, nursery));
    }

    @Test
    void every_button_leads_to_what_it_says() {
        for (var now : new Boolean[] {null, true, false})
            for (var pupils : new Pupils[] {Pupils.NURSERY, Pupils.ELEMENTARY, Pupils.BOTH})
                for (var button :
                        SwitchPolicy.schoolClass(NOTES, PUPIL, null, now, pupils).buttons()) {
                    var then =
                            SwitchPolicy.schoolClass(
                                    NOTES, PUPIL, null, after(button.choice()), pupils);
                    if (button.word().equals("open"))
                        assertThat(then.state()).isEqualTo(State.OPEN);
                    if (button.word().equals("close"))
                        assertThat(then.state()).isEqualTo(State.CLOSED);
                    if (button.word().equals("usual"))
                        assertThat(then.state()).isEqualTo(State.ELEMENTARY);
                }
    }

    private static Boolean after(Choice choice) {
        return choice == Choice.USUAL ? null : Boolean.valueOf(choice == Choice.OPEN);
    }
}
