package fr.preau.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.database.Reach;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The région's rule, person by person. */
@School
class ContactsTest {
    private static final String AMINA = "GUARDIAN Amina Benali";
    private static final String KARIM = "GUARDIAN Karim Benali";
    private static final String THOMAS = "GUARDIAN Thomas Leroy";
    private static final String CHLOE = "GUARDIAN Chloé Masson";
    private static final String HELENE = "STAFF Hélène Costa";
    private static final String MOTHER_OF_TOM = "GUARDIAN Hélène Costa";
    private static final String SOFIA = "STAFF Sofia Reynès";
    private static final String JULIEN = "STAFF Julien Pradal";
    private static final String LUCIE = "STAFF Lucie Barthès";
    private static final String MARC = "STAFF Marc Olivet";
    private static final String NADIA = "STAFF Nadia Ferrand";
    private static final String YANIS = "PUPIL Yanis Benali";
    private static final String INES = "PUPIL Inès Benali";
    private static final String JADE = "PUPIL Jade Leroy";
    private static final String TOM = "PUPIL Tom Costa";
    private static final String MIREILLE = "LOCAL Mireille Castan";
    private static final String PATRICK = "LOCAL Patrick Mazel";
    private static final String REMI = "LOCAL Rémi Vernet";

    @Autowired Contacts contacts;
    @Autowired Walls walls;
    @Autowired HikariDataSource pool;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;

    private Somebodies people;

    @BeforeEach
    void look_around() {
        people = new Somebodies(pool, walls);
    }

    private Verdict verdict(String from, Profile hat, String to) {
        var actor = people.actor(from, hat);
        var person = people.id(to);
        return people.within(actor, () -> contacts.verdict(actor, person));
    }

    /**
     * Exactly these, among all of the cast; asked one by one, all at once, as a condition and as
     * sending does.
     */
    private void reaches(String from, Profile hat, String... those) {
        var actor = people.actor(from, hat);
        var all =
                List.of(
                        AMINA,
                        KARIM,
                        THOMAS,
                        CHLOE,
                        HELENE,
                        MOTHER_OF_TOM,
                        SOFIA,
                        JULIEN,
                        LUCIE,
                        MARC,
                        NADIA,
                        YANIS,
                        INES,
                        JADE,
                        TOM,
                        MIREILLE,
                        PATRICK,
                        REMI);
        var reached = new ArrayList<String>();
        for (var other : all) if (verdict(from, hat, other).isAllowed()) reached.add(other);
        assertThat(reached).as(from).containsExactlyInAnyOrder(those);

        var ids = all.stream().map(people::id).toList();
        var expected = Arrays.stream(those).map(people::id).toList();
        assertThat(people.within(actor, () -> contacts.mayReach(actor, ids)))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(people.within(actor, () -> joined(actor, ids)))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(people.within(actor, () -> writtenTo(actor.person(), hat, Side.values(), ids)))
                .containsExactlyInAnyOrderElementsOf(expected);
        for (var side : Side.values())
            assertThat(
                            people.within(
                                    actor,
                                    () -> writtenTo(actor.person(), hat, new Side[] {side}, ids)))
                    .as(side.name())
                    .isSubsetOf(expected);
        assertThat(people.within(actor, () -> everybody(actor.person(), hat)))
                .as("everybody, of whom the cast are some")
                .containsAll(expected)
                .doesNotContainAnyElementsOf(
                        ids.stream().filter(id -> !expected.contains(id)).toList());
    }

    private Set<Long> writtenTo(long me, Profile hat, Side[] sides, List<Long> among) {
        return Set.copyOf(
                db.sql(
                                "select distinct to_person from contact_reached(:me, :hats, :sides, true, :among, date '2024-09-10')")
                        .param("me", me)
                        .param("hats", Side.of(hat))
                        .param("sides", Arrays.stream(sides).map(Side::name).toArray(String[]::new))
                        .param("among", among.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    private Set<Long> everybody(long me, Profile hat) {
        return Set.copyOf(
                db.sql(
                                "select distinct to_person from contact_reached(:me, :hats, array['PUPIL', 'GUARDIAN', 'TEACHER', 'DIRECTOR', 'TOWN', 'SUPERVISION'], true, null, date '2024-09-10')")
                        .param("me", me)
                        .param("hats", Side.of(hat))
                        .query(Long.class)
                        .list());
    }

    private Set<Long> joined(Actor actor, List<Long> ids) {
        var reachable = contacts.reachable(actor);
        return Set.copyOf(
                db.sql("select x.id from unnest(:ids) x (id) where x.id in " + reachable.sql())
                        .params(reachable.params())
                        .param("ids", ids.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    @Test
    void a_guardian_reaches_the_teachers_of_their_children_the_directions_and_their_children() {
        // Yanis in CP A of one school, Inès in Coquelicots of the other.
        reaches(AMINA, Profile.GUARDIAN, HELENE, SOFIA, LUCIE, MARC, NADIA, YANIS, INES);
    }

    @Test
    void two_guardians_of_one_child_never_reach_each_other() {
        assertThat(verdict(AMINA, Profile.GUARDIAN, HELENE).isAllowed()).isTrue();
        assertThat(verdict(AMINA, Profile.GUARDIAN, KARIM)).isEqualTo(new Verdict.Refused());
        assertThat(verdict(KARIM, Profile.GUARDIAN, AMINA)).isEqualTo(new Verdict.Refused());
        assertThat(verdict(THOMAS, Profile.GUARDIAN, CHLOE)).isEqualTo(new Verdict.Refused());
        assertThat(verdict(CHLOE, Profile.GUARDIAN, THOMAS)).isEqualTo(new Verdict.Refused());
    }

    @Test
    void a_guardian_never_reaches_the_child_of_another_even_of_the_same_class() {
        var actor = people.actor(AMINA, Profile.GUARDIAN);
        var classmates =
                people.within(
                        actor,
                        () ->
                                db.sql(
                                                """
                                                select distinct o.pupil_id from class_enrolment i join class_enrolment o on o.school_id = i.school_id and o.class_id = i.class_id
                                                 where i.pupil_id in (select pupil_id from guardianship where guardian_id = :me)
                                                """)
                                        .param("me", actor.person())
                                        .query(Long.class)
                                        .list());
        assertThat(classmates).hasSizeGreaterThan(10);
        assertThat(people.within(actor, () -> contacts.mayReach(actor, classmates)))
                .containsExactlyInAnyOrder(people.id(YANIS), people.id(INES));
    }

    @Test
    void a_pupil_reaches_their_class_its_teachers_and_their_own_guardians() {
        reaches(YANIS, Profile.PUPIL, AMINA, KARIM, HELENE, SOFIA);
        reaches(JADE, Profile.PUPIL, THOMAS, CHLOE, MARC);
        var actor = people.actor(YANIS, Profile.PUPIL);
        var classmates =
                people.within(
                        actor,
                        () ->
                                db.sql(
                                                """
                                                select o.pupil_id from class_enrolment i join class_enrolment o on o.school_id = i.school_id and o.class_id = i.class_id
                                                  join school_class k on k.id = i.class_id and k.kind = 'CLASS' where i.pupil_id = :me and o.pupil_id <> :me
                                                """)
                                        .param("me", actor.person())
                                        .query(Long.class)
                                        .list());
        assertThat(people.within(actor, () -> contacts.mayReach(actor, classmates)))
                .hasSize(classmates.size())
                .isNotEmpty();
    }

    @Test
    void teachers_and_directors_reach_everybody_of_their_school_and_nobody_of_another() {
        var school =
                new String[] {
                    AMINA,
                    KARIM,
                    THOMAS,
                    CHLOE,
                    MOTHER_OF_TOM,
                    SOFIA,
                    JULIEN,
                    MARC,
                    YANIS,
                    JADE,
                    TOM,
                    PATRICK
                };
        reaches(HELENE, Profile.TEACHER, school);
        reaches(
                MARC,
                Profile.TEACHER,
                AMINA,
                KARIM,
                THOMAS,
                CHLOE,
                MOTHER_OF_TOM,
                SOFIA,
                JULIEN,
                HELENE,
                YANIS,
                JADE,
                TOM,
                PATRICK,
                MIREILLE);
    }

    @Test
    void the_town_reaches_the_directions_of_its_schools_and_nobody_else() {
        reaches(MIREILLE, Profile.TOWN, MARC, NADIA);
    }

    @Test
    void the_supervision_reaches_staff_of_its_perimeter_never_a_pupil_or_a_family() {
        reaches(PATRICK, Profile.SUPERVISION, HELENE, SOFIA, JULIEN, LUCIE, MARC, NADIA);
    }

    @Test
    void a_publisher_reaches_nobody() {
        reaches(REMI, Profile.SUPPORT);
    }

    @Test
    void the_other_academy_with_the_same_identifiers_never_meets_ours() {
        var claude =
                people.number(
                        "select id from person where kind = 'STAFF' and plain(last_name) = 'toulousain'");
        var pupil =
                people.number("select min(id) from person where kind = 'PUPIL' and academy = '16'");
        var marc = people.actor(MARC, Profile.TEACHER);
        assertThat(people.within(marc, () -> contacts.mayReach(marc, List.of(claude, pupil))))
                .isEmpty();
        var school =
                people.number(
                        "select structure_id from role where person_id = " + claude + " limit 1");
        var theirs =
                new Actor(
                        0,
                        claude,
                        Profile.TEACHER,
                        List.of(new Actor.Role(RoleKind.TEACHER, school)),
                        List.of(claude));
        assertThat(people.within(theirs, () -> contacts.verdict(theirs, pupil)).isAllowed())
                .as("the premise: there is somebody to reach")
                .isTrue();
        assertThat(
                        people.within(
                                theirs,
                                () ->
                                        contacts.mayReach(
                                                theirs,
                                                List.of(
                                                        people.id(YANIS),
                                                        people.id(HELENE),
                                                        people.id(AMINA)))))
                .isEmpty();
    }

    @Test
    void the_answer_names_the_class_and_the_child() {
        assertThat(verdict(AMINA, Profile.GUARDIAN, HELENE))
                .isInstanceOfSatisfying(
                        Verdict.Allowed.class,
                        allowed -> {
                            assertThat(allowed.path().scope()).isEqualTo(Scope.SAME_CLASS);
                            assertThat(allowed.path().classLabel()).isEqualTo("CP A");
                            assertThat(allowed.path().child()).isEqualTo("Yanis");
                            assertThat(allowed.path().origin()).isEqualTo(Link.Origin.REGION);
                        });
    }

    @Test
    void an_unknown_person_is_refused_like_one_who_is_not_for_you() {
        var amina = people.actor(AMINA, Profile.GUARDIAN);
        for (var forged : List.of(0L, -1L, 999_999_999L, Long.MAX_VALUE, people.id(JADE)))
            assertThat(people.within(amina, () -> contacts.verdict(amina, forged)))
                    .isEqualTo(new Verdict.Refused());
        assertThat(people.within(amina, () -> contacts.mayReach(amina, List.of()))).isEmpty();
    }

    @Test
    void a_replacement_that_has_ended_is_reached_no_more() {
        assertThat(verdict(AMINA, Profile.GUARDIAN, SOFIA).isAllowed()).isTrue();
        clock.moveBy(Duration.ofDays(8));
        assertThat(verdict(AMINA, Profile.GUARDIAN, SOFIA).isAllowed()).isFalse();
    }

    @Test
    void those_who_have_left_reach_nobody_and_are_reached_by_nobody() {
        assertThat(verdict(HELENE, Profile.TEACHER, YANIS).isAllowed()).isTrue();
        people.change("update person set departed_at = now() where id = " + people.id(YANIS));
        assertThat(verdict(HELENE, Profile.TEACHER, YANIS).isAllowed()).isFalse();
        assertThat(verdict(KARIM, Profile.GUARDIAN, HELENE).isAllowed())
                .as("nobody answers for Yanis any more")
                .isFalse();
        var helene = people.actor(HELENE, Profile.TEACHER);
        people.change("update person set departed_at = now() where id = " + helene.person());
        var others = List.of(people.id(JULIEN), people.id(MARC), people.id(AMINA));
        assertThat(people.within(helene, () -> contacts.mayReach(helene, others))).isEmpty();
    }

    @Test
    void a_profile_of_the_matrix_is_the_profile_of_the_role() {
        for (var kind : RoleKind.values()) {
            var side =
                    db.sql("select contact_profile(:kind)")
                            .param("kind", kind.name())
                            .query((row, n) -> String.valueOf(row.getString(1)))
                            .single();
            if (side.equals("null")) assertThat(kind.profile()).isEqualTo(Profile.SUPPORT);
            else assertThat(Side.of(kind.profile())).as(kind.name()).contains(side);
        }
    }

    @Test
    void what_reads_as_the_owner_answers_for_oneself_and_within_reach() {
        var helene = people.actor(HELENE, Profile.TEACHER);
        var amina = people.actor(AMINA, Profile.GUARDIAN);
        var all = List.of(people.id(AMINA), people.id(YANIS), people.id(MARC), people.id(JULIEN));
        assertThat(
                        people.within(
                                amina,
                                () ->
                                        writtenTo(
                                                helene.person(),
                                                Profile.TEACHER,
                                                Side.values(),
                                                all)))
                .as("as somebody else")
                .isEmpty();
        assertThat(people.within(amina, () -> seats(helene.person(), "TEACHER", all)))
                .as("as somebody else")
                .isEmpty();
        for (var hat : List.of(Profile.TEACHER, Profile.SUPERVISION, Profile.TOWN))
            assertThat(
                            people.within(
                                    amina,
                                    () -> writtenTo(amina.person(), hat, Side.values(), all)))
                    .as("in a profile that is not hers")
                    .isEmpty();
        assertThat(writtenTo(helene.person(), Profile.TEACHER, Side.values(), all))
                .as("outside of any reach")
                .isEmpty();
        assertThat(seats(helene.person(), "TEACHER", all)).as("outside of any reach").isEmpty();
        assertThat(people.within(helene, () -> seats(helene.person(), "TEACHER", all)))
                .contains(people.id(AMINA), people.id(YANIS))
                .doesNotContain(people.id(THOMAS));

        var elsewhere =
                new Reach(
                        helene.account(),
                        List.of(helene.person()),
                        List.of(people.number("select id from structure where uai = '0340289E'")));
        assertThat(walls.within(elsewhere, () -> seats(helene.person(), "TEACHER", all)))
                .as("of a school that is not within this reach")
                .isEmpty();
        assertThat(
                        walls.within(
                                elsewhere,
                                () ->
                                        writtenTo(
                                                helene.person(),
                                                Profile.TEACHER,
                                                Side.values(),
                                                all)))
                .isEmpty();
    }

    private Set<Long> seats(long me, String profile, List<Long> families) {
        return Set.copyOf(
                db.sql(
                                "select distinct person_id from circle_seat(:me, :profile, array['PUPIL', 'GUARDIAN', 'TEACHER'], '{}', null, :families, date '2024-09-10')")
                        .param("me", me)
                        .param("profile", profile)
                        .param("families", families.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }
}
