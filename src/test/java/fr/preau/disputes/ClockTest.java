package fr.preau.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.agreements.SignedAgreement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 11 runs as a clock: the days, the end of the convention, what is told before. */
@School
class ClockTest {
    private static final String REGION = "isabelle.roques";
    private static final String TOWN = "mireille.castan";

    @Autowired Visitors visitors;
    @Autowired TestDoor door;
    @Autowired School.SettableClock clock;
    @Autowired DisputeRounds rounds;
    @Autowired HikariDataSource pool;

    private Court court;
    private long agreement;

    @BeforeEach
    void sign() throws SQLException {
        court = new Court(visitors, door, clock, pool);
        agreement = SignedAgreement.insert(pool, 2024, LocalDate.of(2024, 6, 26));
    }

    private String state() {
        return court.rows(
                        "select state || coalesce(' ' || terminated_on, '') from agreement where id = "
                                + agreement)
                .getFirst();
    }

    private String words(String dispute) {
        return court.as(TOWN).open(dispute).words();
    }

    /** The région's first letter leaves on 31 January 2025. */
    private String onJanuary31() {
        var dispute = court.on("2025-01-31").open(REGION, agreement, "Sommes non versées");
        court.act(REGION, dispute, StepKind.FIRST_LETTER);
        return dispute;
    }

    private String secondLetterOnMarch3() {
        var dispute = onJanuary31();
        court.on("2025-03-01").act(REGION, dispute, StepKind.REASONS);
        court.on("2025-03-03").act(REGION, dispute, StepKind.SECOND_LETTER);
        return dispute;
    }

    @Test
    void a_month_from_31_january_ends_on_the_last_day_of_february() {
        var dispute = onJanuary31();
        assertThat(words(dispute))
                .contains("Les deux parties ont jusqu’au vendredi 28 février 2025")
                .contains("dans 28 jours");
        court.on("2025-02-28");
        assertThat(words(dispute)).contains("Temps de la conciliation").contains("aujourd’hui");
        var early = court.as(REGION).ask(dispute + "/steps/new?kind=REASONS");
        assertThat(early.location()).as("the month is not over").isEqualTo(dispute);
        court.on("2025-03-01");
        assertThat(words(dispute)).contains("La conciliation n’a pas eu lieu avant le");
        assertThat(court.act(REGION, dispute, StepKind.REASONS).words())
                .contains("Motifs de la résiliation écrits");
    }

    @Test
    void a_deadline_on_which_nobody_works_is_shown_with_the_next_day_and_does_not_move() {
        var dispute = court.on("2025-03-21").open(REGION, agreement, "Sommes non versées");
        court.act(REGION, dispute, StepKind.FIRST_LETTER);
        assertThat(words(dispute))
                .contains("lundi 21 avril 2025")
                .contains(
                        "C’est un jour férié (Lundi de Pâques) : jour ouvré suivant, mardi 22 avril 2025")
                .contains("La convention ne dit pas qu’une échéance est reportée");
        court.on("2025-04-22");
        assertThat(court.as(REGION).open(dispute).words())
                .as("the day itself counts")
                .contains("Écrire les motifs de la résiliation");
    }

    @Test
    void the_convention_ends_fifteen_days_after_the_second_letter_was_sent_and_once() {
        var dispute = secondLetterOnMarch3();
        assertThat(words(dispute))
                .contains("Sans accord, la convention prend fin le mardi 18 mars 2025")
                .contains("jusqu’au mardi 1er avril 2025");
        court.on("2025-03-17");
        rounds.run();
        assertThat(state()).isEqualTo("SIGNED");
        court.on("2025-03-18");
        rounds.run();
        assertThat(state()).isEqualTo("TERMINATED 2025-03-18");
        rounds.run();
        court.on("2025-03-19");
        rounds.run();
        assertThat(state()).isEqualTo("TERMINATED 2025-03-18");
        assertThat(
                        court.rows(
                                "select on_day || ' ' || coalesce(party, 'nobody') from dispute_step where kind = 'TERMINATED'"))
                .containsExactly("2025-03-18 nobody");
        assertThat(
                        court.rows(
                                "select action || coalesce(' ' || account_id, '') from audit where action = 'AgreementTerminated' or subject like 'dispute % TERMINATED'"))
                .containsExactlyInAnyOrder("AgreementTerminated", "DisputeStepEntered");
        assertThat(
                        court.rows(
                                "select to_on::text from town_convention where from_on = '2024-06-26'"))
                .as("the agents of the town come in until the day before")
                .containsExactly("2025-03-17");
        assertThat(words(dispute))
                .contains("La convention est résiliée depuis le mardi 18 mars 2025")
                .contains("Les sommes versées ou dues restent acquises");
    }

    @Test
    void work_that_comes_late_ends_it_on_its_own_day_and_never_in_the_past() {
        var dispute = secondLetterOnMarch3();
        court.on("2025-03-25");
        rounds.run();
        assertThat(state()).isEqualTo("TERMINATED 2025-03-25");
        assertThat(words(dispute))
                .contains("La convention est résiliée depuis le mardi 25 mars 2025");
    }

    @Test
    void work_that_comes_after_the_end_of_the_convention_terminates_nothing() {
        var dispute = court.on("2025-08-01").open(REGION, agreement, "Sommes non versées");
        court.act(REGION, dispute, StepKind.FIRST_LETTER);
        court.act(REGION, dispute, StepKind.PROPOSED);
        court.on("2025-08-14").act(TOWN, dispute, StepKind.FAILED);
        court.act(REGION, dispute, StepKind.REASONS);
        court.act(REGION, dispute, StepKind.SECOND_LETTER);
        assertThat(words(dispute)).contains("la convention prend fin le vendredi 29 août 2025");
        court.on("2025-09-02");
        rounds.run();
        assertThat(state()).isEqualTo("SIGNED");
        assertThat(words(dispute))
                .contains("La convention arrive à son terme le lundi 1er septembre 2025");
    }

    @Test
    void nobody_ends_a_convention_faster_by_dating_the_steps_back() {
        var dispute = court.on("2025-03-21").open(REGION, agreement, "Sommes non versées");
        court.run("update dispute_step set on_day = '2025-01-02'");
        court.act(REGION, dispute, StepKind.FIRST_LETTER, "2025-01-03");
        assertThat(words(dispute))
                .contains("Les deux parties ont jusqu’au lundi 21 avril 2025")
                .contains("Noté ici le vendredi 21 mars 2025")
                .contains(
                        "Compté du vendredi 21 mars 2025, jour où l’étape a été notée ici, et non du vendredi 3 janvier 2025");
        assertThat(court.as(REGION).ask(dispute + "/steps/new?kind=REASONS").location())
                .as("the month runs")
                .isEqualTo(dispute);
        court.on("2025-04-22");
        assertThat(
                        court.form(court.as(REGION), dispute, StepKind.REASONS)
                                .fill("words", "Rien n’est réglé.")
                                .fill("day", "2025-02-05")
                                .send()
                                .words())
                .contains("Il est compté du jour où la première lettre a été notée ici.");
        court.act(REGION, dispute, StepKind.REASONS);
        court.on("2025-05-07").act(REGION, dispute, StepKind.SECOND_LETTER, "2025-04-22");
        rounds.run();
        assertThat(state()).as("fifteen days from the day it was entered").isEqualTo("SIGNED");
        assertThat(words(dispute)).contains("la convention prend fin le jeudi 22 mai 2025");
        court.on("2025-05-22");
        rounds.run();
        assertThat(state()).isEqualTo("TERMINATED 2025-05-22");
    }

    @Test
    void an_agreement_or_the_openers_change_of_mind_stops_the_clock() {
        var dispute = secondLetterOnMarch3();
        court.on("2025-03-10").act(TOWN, dispute, StepKind.OFFER);
        court.on("2025-03-11").act(REGION, dispute, StepKind.AGREED);
        court.on("2025-03-18");
        rounds.run();
        assertThat(state()).isEqualTo("SIGNED");
        assertThat(words(dispute)).contains("Les deux parties se sont mises d’accord");
        var again = court.open(TOWN, agreement, "Autre chose");
        court.act(TOWN, again, StepKind.WITHDRAWN);
        assertThat(words(again)).contains("La procédure a été abandonnée par la collectivité");
        assertThat(court.rows("select 1 from dispute where closed_at is null")).isEmpty();
    }

    @Test
    void the_court_is_open_the_day_after_the_month_from_the_date_of_the_letter() {
        var dispute = secondLetterOnMarch3();
        court.on("2025-04-01");
        rounds.run();
        assertThat(words(dispute)).contains("Convention résiliée");
        assertThat(court.as(TOWN).ask(dispute + "/steps/new?kind=COURT").location())
                .isEqualTo(dispute);
        court.on("2025-04-02");
        assertThat(words(dispute))
                .contains("chaque partie peut saisir le tribunal administratif de Montpellier");
        assertThat(court.act(TOWN, dispute, StepKind.COURT).words())
                .contains("Le tribunal administratif de Montpellier est saisi");
    }

    @Test
    void what_the_region_decides_later_moves_no_running_clock() {
        var dispute = onJanuary31();
        court.run(
                """
                insert into agreement_term (term, from_on, value) values ('CONCILIATION_MONTHS', '2025-02-01', '3'), ('TERMINATION_DAYS', '2025-02-01', '60'),
                    ('COURT_MONTHS', '2025-02-01', '6'), ('COURT', '2025-02-01', 'tribunal administratif de Toulouse')
                """);
        court.on("2025-03-01").act(REGION, dispute, StepKind.REASONS);
        court.act(REGION, dispute, StepKind.SECOND_LETTER);
        assertThat(words(dispute))
                .contains("dans un délai d’un mois")
                .contains("la convention prend fin le dimanche 16 mars 2025")
                .contains("C’est un dimanche : jour ouvré suivant, lundi 17 mars 2025")
                .contains("tribunal administratif de Montpellier")
                .doesNotContain("Toulouse");
        court.on("2025-03-16");
        rounds.run();
        assertThat(state()).isEqualTo("TERMINATED 2025-03-16");
        court.run(
                "update agreement set state = 'SIGNED', terminated_on = null where id = "
                        + agreement);
        court.run("update dispute set closed_at = now()");
        var next = court.open(TOWN, agreement, "Autre chose");
        court.act(TOWN, next, StepKind.FIRST_LETTER);
        assertThat(words(next)).as("of today").contains("jusqu’au lundi 16 juin 2025");
        assertThat(court.rows("select court from dispute order by id desc limit 1"))
                .containsExactly("tribunal administratif de Toulouse");
    }

    @Test
    void a_convention_that_ends_before_is_left_to_its_end() {
        var dispute = court.on("2025-08-01").open(REGION, agreement, "Sommes non versées");
        court.act(REGION, dispute, StepKind.FIRST_LETTER);
        court.act(REGION, dispute, StepKind.PROPOSED);
        court.on("2025-08-20").act(TOWN, dispute, StepKind.FAILED);
        court.act(REGION, dispute, StepKind.REASONS);
        court.act(REGION, dispute, StepKind.SECOND_LETTER);
        assertThat(words(dispute))
                .contains("La convention arrive à son terme le lundi 1er septembre 2025");
        court.on("2025-09-10");
        rounds.run();
        assertThat(state()).isEqualTo("SIGNED");
    }

    @Test
    void a_day_that_is_near_is_told_once() {
        var told =
                "select subject from audit where action = 'DisputeDeadlineNear' and account_id is null";
        onJanuary31();
        court.on("2025-02-20");
        rounds.run();
        assertThat(court.rows(told)).isEmpty();
        court.on("2025-02-21");
        rounds.run();
        rounds.run();
        court.on("2025-02-22");
        rounds.run();
        assertThat(court.rows(told)).singleElement().asString().endsWith("CONCILIATION 2025-02-28");
        for (var login : new String[] {REGION, TOWN, "gilles.marty"})
            assertThat(court.as(login).open("/notifications").words())
                    .as(login)
                    .containsOnlyOnce("Une échéance approche dans un désaccord");
    }
}
