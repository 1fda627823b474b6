package fr.preau.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.perimeter.DelegationPolicy.End;
import fr.preau.perimeter.DelegationPolicy.Taker;
import fr.preau.web.Actor;
import fr.preau.web.RoleKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelegationPolicyTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 9, 10);
    private static final Candidate JULIEN = new Candidate(7, "Julien Pradal", 100, "École", null);

    private static Actor actor(RoleKind kind) {
        return new Actor(1, 2, kind.profile(), List.of(new Actor.Role(kind, 100)), List.of(2L, 3L));
    }

    @Test
    void who_leads_entrusts_and_who_holds_by_delegation_does_not() {
        for (var kind :
                List.of(
                        RoleKind.DIRECTOR,
                        RoleKind.INSPECTOR,
                        RoleKind.DEPARTMENT_OFFICER,
                        RoleKind.REGION_LEAD))
            assertThat(DelegationPolicy.mayDelegate(actor(kind))).as("" + kind).isTrue();
        for (var kind :
                List.of(
                        RoleKind.ADMINISTRATOR,
                        RoleKind.PERIMETER_ADMINISTRATOR,
                        RoleKind.TEACHER,
                        RoleKind.DIGITAL_REFERENT,
                        RoleKind.DATA_PROTECTION_OFFICER,
                        RoleKind.TOWN_REFERENT,
                        RoleKind.PUBLISHER_SUPPORT))
            assertThat(DelegationPolicy.mayDelegate(actor(kind))).as("" + kind).isFalse();
    }

    @Test
    void it_goes_to_somebody_of_the_place_who_does_not_have_it() {
        var marc = actor(RoleKind.DIRECTOR);
        assertThat(DelegationPolicy.mayTake(marc, 7, JULIEN, false)).isEqualTo(Taker.ALLOWED);
        assertThat(DelegationPolicy.mayTake(marc, 7, JULIEN, true)).isEqualTo(Taker.ALREADY);
        assertThat(DelegationPolicy.mayTake(marc, 8, null, false)).isEqualTo(Taker.OUTSIDE);
        assertThat(DelegationPolicy.mayTake(marc, 0, null, false)).isEqualTo(Taker.NOBODY);
    }

    @Test
    void nobody_entrusts_to_themselves_not_even_as_a_parent() {
        var marc = actor(RoleKind.DIRECTOR);
        for (var own : List.of(2L, 3L))
            assertThat(DelegationPolicy.mayTake(marc, own, null, false)).isEqualTo(Taker.ONESELF);
    }

    @Test
    void it_ends_at_the_latest_with_the_school_year_and_with_the_post() {
        assertThat(DelegationPolicy.mayLast(TODAY, TODAY, null)).isEqualTo(End.ALLOWED);
        assertThat(DelegationPolicy.mayLast(LocalDate.of(2025, 8, 31), TODAY, null))
                .isEqualTo(End.ALLOWED);
        assertThat(DelegationPolicy.mayLast(LocalDate.of(2025, 9, 1), TODAY, null))
                .isEqualTo(End.AFTER_YEAR);
        assertThat(DelegationPolicy.mayLast(TODAY.minusDays(1), TODAY, null)).isEqualTo(End.PAST);
        assertThat(DelegationPolicy.mayLast(null, TODAY, null)).isEqualTo(End.MISSING);
        assertThat(DelegationPolicy.mayLast(TODAY.plusDays(9), TODAY, TODAY.plusDays(5)))
                .isEqualTo(End.AFTER_ROLE);
    }
}
