package fr.preau.classes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.classes.ClassesPolicy.Attaching;
import fr.preau.classes.ClassesPolicy.Naming;
import fr.preau.classes.ClassesPolicy.Placing;
import fr.preau.classes.ClassesPolicy.Removing;
import fr.preau.classes.ClassesPolicy.Undoing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassesPolicyTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 9, 10);
    private static final SchoolClass CP = of("CLASS", "FEED");
    private static final SchoolClass CHOIR = of("GROUP", "FEED");
    private static final SchoolClass READING = of("GROUP", "LOCAL");

    private static SchoolClass of(String kind, String source) {
        return new SchoolClass(1, "École", 10, kind, "CP A", "CP A", source, true, 24, "CP");
    }

    private static Attaching attaching(@Nullable LocalDate from, @Nullable LocalDate until) {
        return ClassesPolicy.mayAttach(List.of(5L), List.of(5L, 6L), from, until, TODAY);
    }

    @Test
    void teachers_of_the_school_are_attached_for_days_in_order() {
        assertThat(attaching(null, null)).isEqualTo(Attaching.ALLOWED);
        assertThat(attaching(TODAY, TODAY)).isEqualTo(Attaching.ALLOWED);
        assertThat(attaching(TODAY.plusDays(1), null)).isEqualTo(Attaching.ALLOWED);
        assertThat(attaching(TODAY.plusDays(2), TODAY.plusDays(1))).isEqualTo(Attaching.BACKWARDS);
        assertThat(attaching(null, TODAY.minusDays(1))).isEqualTo(Attaching.PAST);
    }

    @Test
    void nobody_from_elsewhere_is_attached() {
        assertThat(ClassesPolicy.mayAttach(List.of(), List.of(5L), null, null, TODAY))
                .isEqualTo(Attaching.NOBODY);
        assertThat(ClassesPolicy.mayAttach(List.of(5L, 7L), List.of(5L), null, null, TODAY))
                .isEqualTo(Attaching.NOT_OF_THE_SCHOOL);
    }

    @Test
    void a_pupil_comes_once_and_a_group_never_takes_the_place_of_a_class() {
        assertThat(ClassesPolicy.mayPlace(CP, false, true)).isEqualTo(Placing.ALLOWED);
        assertThat(ClassesPolicy.mayPlace(CP, false, false)).isEqualTo(Placing.ALLOWED);
        assertThat(ClassesPolicy.mayPlace(READING, false, false)).isEqualTo(Placing.ALLOWED);
        assertThat(ClassesPolicy.mayPlace(READING, false, true)).isEqualTo(Placing.NEEDS_CLASS);
        assertThat(ClassesPolicy.mayPlace(CP, true, true)).isEqualTo(Placing.ALREADY);
        assertThat(ClassesPolicy.mayPlace(null, false, true)).isEqualTo(Placing.NOWHERE);
    }

    private static Removing removing(SchoolClass from, String source, boolean refused) {
        return ClassesPolicy.mayRemove(
                from, new PupilSeatsPage.Seat(10, from.kind(), "CP A", source, refused));
    }

    @Test
    void a_seat_of_a_feed_group_is_taken_back_in_onde_only() {
        assertThat(removing(CP, "FEED", false)).isEqualTo(Removing.ALLOWED);
        assertThat(removing(CP, "LOCAL", false)).isEqualTo(Removing.ALLOWED);
        assertThat(removing(CHOIR, "LOCAL", false)).isEqualTo(Removing.ALLOWED);
        assertThat(removing(CHOIR, "FEED", false)).isEqualTo(Removing.GIVEN);
        assertThat(removing(CP, "FEED", true)).isEqualTo(Removing.NOT_THERE);
        assertThat(ClassesPolicy.mayRemove(CP, null)).isEqualTo(Removing.NOT_THERE);
    }

    @Test
    void a_name_is_short_and_the_only_one_of_its_kind_accents_aside() {
        var others = List.of("CP A", "Éveil");
        assertThat(ClassesPolicy.mayName("Soutien lecture", others)).isEqualTo(Naming.ALLOWED);
        assertThat(ClassesPolicy.mayName("  ", others)).isEqualTo(Naming.EMPTY);
        assertThat(ClassesPolicy.mayName("é".repeat(60), others)).isEqualTo(Naming.ALLOWED);
        assertThat(ClassesPolicy.mayName("é".repeat(61), others)).isEqualTo(Naming.TOO_LONG);
        assertThat(ClassesPolicy.mayName(" eveil ", others)).isEqualTo(Naming.TAKEN);
    }

    private static Undoing undoing(long person, String at, boolean undone, boolean followed) {
        var past = new ClassChanges.Past(1, 10, "MOVED", Instant.parse(at), 50, undone, followed);
        return ClassesPolicy.mayUndo(person, past, Instant.parse("2024-09-10T06:15:00Z"));
    }

    @Test
    void whoever_did_it_undoes_it_soon_and_while_nothing_follows() {
        assertThat(undoing(50, "2024-09-10T06:05:00Z", false, false)).isEqualTo(Undoing.ALLOWED);
        assertThat(undoing(51, "2024-09-10T06:05:00Z", false, false)).isEqualTo(Undoing.NOT_YOURS);
        assertThat(undoing(50, "2024-09-10T06:04:59Z", false, false)).isEqualTo(Undoing.TOO_LATE);
        assertThat(undoing(50, "2024-09-10T06:05:00Z", true, false)).isEqualTo(Undoing.DONE);
        assertThat(undoing(50, "2024-09-10T06:05:00Z", false, true)).isEqualTo(Undoing.FOLLOWED);
    }

    @Test
    void a_spreadsheet_calculates_nothing_of_a_name() {
        assertThat(ClassCsv.cell("Benali")).isEqualTo("Benali");
        assertThat(ClassCsv.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(ClassCsv.cell("+33")).isEqualTo("'+33");
        assertThat(ClassCsv.cell(" @sum(A1)")).isEqualTo("' @sum(A1)");
        assertThat(ClassCsv.cell("-2;\"x\"")).isEqualTo("\"'-2;\"\"x\"\"\"");
        assertThat(ClassCsv.cell("Le Goff; Anne")).isEqualTo("\"Le Goff; Anne\"");
    }
}
