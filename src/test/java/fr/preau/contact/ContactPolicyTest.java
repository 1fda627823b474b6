package fr.preau.contact;

import static fr.preau.contact.Side.DIRECTOR;
import static fr.preau.contact.Side.GUARDIAN;
import static fr.preau.contact.Side.PUPIL;
import static fr.preau.contact.Side.TEACHER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.contact.ContactPolicy.Changing;
import fr.preau.contact.ContactPolicy.Reason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactPolicyTest {
    private static Link link(Scope scope, boolean allowed) {
        return new Link(
                GUARDIAN, TEACHER, scope, allowed, Link.Origin.REGION, "École", "CP A", "Yanis");
    }

    /** Guardian → teachers: the class is usual, the whole school is closed. */
    private static Cell cell(boolean editable, boolean decided, boolean wholeSchool) {
        return new Cell(
                GUARDIAN,
                TEACHER,
                List.of(
                        new Cell.Line(Scope.SAME_CLASS, editable, true, true, decided),
                        new Cell.Line(Scope.SAME_SCHOOL, editable, false, wholeSchool, decided)));
    }

    @Test
    void one_open_way_is_enough_and_the_closest_is_told() {
        var verdict =
                ContactPolicy.verdict(
                        List.of(
                                link(Scope.SAME_SCHOOL, true),
                                link(Scope.SAME_CLASS, true),
                                link(Scope.OWN_CHILDREN, false)));
        assertThat(verdict).isEqualTo(new Verdict.Allowed(link(Scope.SAME_CLASS, true)));
    }

    @Test
    void closed_or_absent_is_one_and_the_same_refusal() {
        assertThat(ContactPolicy.verdict(List.of(link(Scope.SAME_SCHOOL, false))))
                .isEqualTo(ContactPolicy.verdict(List.of()))
                .isEqualTo(new Verdict.Refused());
    }

    @ParameterizedTest
    @CsvSource({
        "GUARDIAN, TEACHER, SAME_SCHOOL, ALLOWED",
        "GUARDIAN, TEACHER, USUAL, ALLOWED",
        "GUARDIAN, TEACHER, NONE, ALLOWED",
        "GUARDIAN, GUARDIAN, SAME_CLASS, GUARDIANS",
        "GUARDIAN, GUARDIAN, NONE, GUARDIANS",
        "GUARDIAN, PUPIL, SAME_CLASS, OTHER_CHILDREN",
        "GUARDIAN, PUPIL, SAME_SCHOOL, OTHER_CHILDREN"
    })
    void the_two_forbidden_ways_are_never_opened(Side from, Side to, Choice choice, Changing said) {
        assertThat(ContactPolicy.mayChange(cell(true, false, false), from, to, choice))
                .isEqualTo(said);
    }

    @Test
    void what_is_fixed_by_the_region_and_what_is_no_choice_are_refused() {
        assertThat(
                        ContactPolicy.mayChange(
                                cell(false, false, false), TEACHER, TEACHER, Choice.NONE))
                .isEqualTo(Changing.FIXED);
        assertThat(ContactPolicy.mayChange(null, PUPIL, GUARDIAN, Choice.NONE))
                .isEqualTo(Changing.FIXED);
        assertThat(ContactPolicy.mayChange(cell(true, false, false), GUARDIAN, TEACHER, null))
                .isEqualTo(Changing.UNKNOWN);
    }

    @Test
    void deciding_what_is_usual_is_deciding_nothing() {
        var opened = cell(true, true, true);
        assertThat(opened.chosen()).isEqualTo(Choice.SAME_SCHOOL);
        assertThat(ContactPolicy.kept(opened, Choice.SAME_CLASS)).isEqualTo(Choice.USUAL);
        assertThat(ContactPolicy.kept(opened, Choice.NONE)).isEqualTo(Choice.NONE);
    }

    @Test
    void a_refusal_says_why() {
        var families = Set.of(GUARDIAN);
        assertThat(ContactPolicy.explain(List.of(), families, families).reason())
                .isEqualTo(Reason.GUARDIANS);
        assertThat(ContactPolicy.explain(List.of(), families, Set.of(PUPIL)).reason())
                .isEqualTo(Reason.OTHER_CHILDREN);
        assertThat(
                        ContactPolicy.explain(
                                        List.of(link(Scope.SAME_SCHOOL, false)),
                                        families,
                                        Set.of(TEACHER))
                                .reason())
                .isEqualTo(Reason.CLOSED);
        assertThat(ContactPolicy.explain(List.of(), Set.of(PUPIL), Set.of(DIRECTOR)).reason())
                .isEqualTo(Reason.NOTHING_IN_COMMON);
    }

    @Test
    void a_place_in_a_list_survives_its_address_and_nonsense_is_the_start() {
        var place = new Cursor(" costa helene", 12L);
        assertThat(Cursor.parse(place.toString())).isEqualTo(place);
        for (var nonsense : List.of("", "!", "é", "MTI", "x".repeat(9000)))
            assertThat(Cursor.parse(nonsense)).isEqualTo(Cursor.START);
    }
}
