package fr.preau.onde;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.School.SettableClock;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A director's files, from the upload to the directory. */
@School
class ImportTest {
    private static final String EVERYBODY =
            "select coalesce(string_agg(xmin::text || ':' || id, ' ' order by id), '') from person";

    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired SettableClock clock;
    @Autowired ForgetDaily forget;

    private Director marc;

    @BeforeEach
    void marc_directs_the_elementary_school() {
        marc = new Director(visitors, "marc.olivet");
    }

    private String one(String sql) {
        return walls.as(
                Wall.DIRECTORY, () -> db.sql(sql).query(String.class).optional().orElse(null));
    }

    private List<String> all(String sql) {
        return walls.as(Wall.DIRECTORY, () -> db.sql(sql).query(String.class).list());
    }

    private Visitor.Answer imported(String... files) {
        var preview = marc.upload(files);
        assertThat(preview.words()).contains("Prêt à importer");
        var result = marc.commit(preview);
        assertThat(result.words()).contains("Import terminé");
        return result;
    }

    @Test
    void what_the_preview_announces_is_what_happens() {
        var preview = marc.upload(Csv.ALL_PUPILS, Csv.ALL_GUARDIANS);
        assertThat(preview.words())
                .contains("Prêt à importer")
                .contains("Créés (6)")
                .contains("Toutes les colonnes attendues sont là.")
                .contains("Le fichier ne dit pas qui est le père");
        assertThat(one("select count(*) from person where source = 'ONDE'")).isEqualTo("0");
        assertThat(marc.confirm(preview).words())
                .contains("3 élèves sont créés.")
                .contains("3 responsables sont créés.")
                .contains("1 classe est créée.")
                .contains("4 liens entre responsables et enfants sont ajoutés.");

        var result = marc.commit(preview);
        assertThat(result.words()).contains("L’annuaire est à jour").doesNotContain("EXEMPLE");
        assertThat(
                        all(
                                """
                                select p.first_name || ' ' || p.last_name || ' ' || coalesce(p.birth_name, '') || ' ' || p.birth_date || ' ' || p.ine || ' ' || p.academy || ' '
                                       || e.level || ' ' || e.cycle || ' ' || k.label || ' ' || k.source || ' ' || c.source
                                  from person p join enrolment e on e.pupil_id = p.id join class_enrolment c on c.pupil_id = p.id
                                  join school_class k on k.school_id = c.school_id and k.id = c.class_id
                                 where p.source = 'ONDE' order by p.birth_date desc
                                """))
                .containsExactly(
                        "Zoé EXEMPLE EXEMPLE 2018-03-14 129999001AB 11 1121 2 CP A FEED ONDE",
                        "Noé D'ESSAI D'ESSAI 2017-11-02 129999002AC 11 1123 2 ULIS ONDE ONDE",
                        "Maïa FACTICE TÉMOIN 2017-05-20 129999003AD 11 1123 2 ULIS ONDE ONDE");
        assertThat(
                        all(
                                """
                                select g.first_name || ' ' || p.first_name || ' ' || t.link_code from guardianship t join person g on g.id = t.guardian_id
                                  join person p on p.id = t.pupil_id where g.source = 'ONDE' order by 1
                                """))
                .containsExactly("Anne Zoé 10", "Lise Maïa 10", "Lise Noé 10", "Paul Noé 20");
        assertThat(
                        one(
                                "select count(*) from affiliation a join person p on p.id = a.person_id where p.source = 'ONDE'"))
                .isEqualTo("6");
        assertThat(
                        one(
                                "select string_agg(a.login, ' ' order by a.login) from account a join account_person ap on ap.account_id = a.id join person p on p.id = ap.person_id where p.source = 'ONDE'"))
                .contains("anne.exemple", "zoe.exemple");
        assertThat(one("select count(*) from onde_line"))
                .as("what the files said is gone")
                .isEqualTo("0");
        assertThat(marc.visitor.open(result.path() + "/list").words())
                .contains("Élèves créés")
                .contains("Zoé EXEMPLE");
        assertThat(marc.visitor.open("/journal").words()).contains("Fichiers d’ONDE importés");
        assertThat(marc.visitor.open("/pupils").words()).contains("Zoé EXEMPLE");
    }

    @Test
    void the_same_files_again_change_nothing() {
        imported(Csv.ALL_PUPILS, Csv.ALL_GUARDIANS);
        var rows = one(EVERYBODY);
        var again = marc.upload(Csv.ALL_PUPILS, Csv.ALL_GUARDIANS);
        assertThat(again.words()).contains("Rien ne change").contains("Inchangés (6)");
        marc.commit(again);
        assertThat(one(EVERYBODY)).isEqualTo(rows);
        assertThat(one("select count(*) from class_enrolment where source = 'ONDE'"))
                .isEqualTo("3");
    }

    @Test
    void what_the_feed_owns_stays_as_it_is() {
        var yanis =
                one(
                        "select ine from person where kind = 'PUPIL' and first_name = 'Yanis' and plain(last_name) = 'benali' and academy = '11'");
        var row = one(EVERYBODY);
        var seats = one("select count(*) from class_enrolment");
        var preview =
                marc.upload(
                        Csv.PUPILS
                                + Csv.ZOE
                                        .replace("129999001AB", yanis)
                                        .replace("Zoé", "Ianis")
                                        .replace("cp-a", "CE1-CE2"));
        assertThat(preview.words())
                .contains(
                        "Tenu par l’annuaire national : à corriger dans ONDE (nom de l’élève, classe).")
                .contains("Rien ne change")
                .doesNotContain("Retirés");
        marc.commit(preview);
        assertThat(one(EVERYBODY)).isEqualTo(row);
        assertThat(one("select count(*) from class_enrolment")).isEqualTo(seats);
    }

    @Test
    void those_who_are_no_longer_in_the_file_leave_when_the_director_says_so() {
        imported(Csv.ALL_PUPILS, Csv.ALL_GUARDIANS);
        var preview = marc.upload(Csv.PUPILS + Csv.ZOE);
        assertThat(preview.words()).contains("Retirés (4)");
        assertThat(marc.visitor.open(Director.path(preview) + "?show=removed").words())
                .contains("Noé D'ESSAI Élève · ULIS")
                .contains("Absent du fichier : quitte l’école, sera effacé dans 90 jours.");
        var asked = marc.commit(preview);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.words())
                .contains("Je confirme le départ de 2 élèves")
                .contains("Cochez la case si ces départs sont voulus.");
        assertThat(one("select count(*) from departure")).isEqualTo("0");

        marc.visitor.form(asked, Director.path(preview) + "/commit").add("shrink", "true").send();
        assertThat(
                        all(
                                "select p.first_name || ' ' || d.profile || ' ' || d.erases_on || ' ' || (p.departed_at is not null) from departure d join person p on p.id = d.person_id order by 1"))
                .containsExactly(
                        "Lise GUARDIAN 2024-12-09 true",
                        "Maïa PUPIL 2024-12-09 true",
                        "Noé PUPIL 2024-12-09 true",
                        "Paul GUARDIAN 2024-12-09 true");
        assertThat(marc.visitor.open("/pupils").words())
                .contains("Zoé EXEMPLE")
                .doesNotContain("Noé D'ESSAI");

        var back = marc.upload(Csv.ALL_PUPILS, Csv.ALL_GUARDIANS);
        assertThat(marc.visitor.open(Director.path(back) + "?show=changed").words())
                .contains("revient dans l’école");
        marc.commit(back);
        assertThat(one("select count(*) from departure where cancelled_at is null")).isEqualTo("0");
        assertThat(marc.visitor.open("/pupils").words()).contains("Noé D'ESSAI");
    }

    @Test
    void a_pupil_changes_class_and_a_class_goes_where_the_director_says() {
        imported(Csv.PUPILS + Csv.ZOE);
        var preview = marc.upload(Csv.PUPILS + Csv.ZOE.replace("cp-a", "Grande salle"));
        assertThat(preview.words()).contains("Change : passe de CP A à Grande salle.");
        var cm =
                one(
                        "select c.id from school_class c join structure s on s.id = c.school_id where c.label = 'CM1-CM2' and s.uai = '0341315V'");
        var path = Director.path(preview);
        var chosen = marc.visitor.form(preview, path + "/choices").fill("choice-C0", cm).send();
        assertThat(chosen.words()).contains("Change : passe de CP A à CM1-CM2.");
        marc.commit(chosen);
        assertThat(
                        all(
                                "select k.label from class_enrolment c join school_class k on k.id = c.class_id where c.source = 'ONDE'"))
                .containsExactly("CM1-CM2");
        assertThat(one("select count(*) from school_class where source = 'ONDE'")).isEqualTo("0");
    }

    @Test
    void a_line_to_correct_stops_the_import_until_it_is_answered() {
        var preview = marc.upload(Csv.PUPILS + Csv.ZOE + Csv.NOE.replace("Noé", ""));
        assertThat(preview.words())
                .contains("1 ligne à corriger")
                .contains("Élèves, ligne 3")
                .contains("La case « prénom de l’élève » est vide.")
                .doesNotContain("Continuer vers l’import");
        var path = Director.path(preview);
        assertThat(marc.visitor.open(path + "/commit").path()).isEqualTo(path);
        var answered = marc.visitor.post(path + "/choices", java.util.Map.of("choice-P3", "skip"));
        assertThat(answered.status()).isEqualTo(303);
        assertThat(marc.commit(marc.visitor.open(path)).words()).contains("Import terminé");
        assertThat(one("select count(*) from person where source = 'ONDE'")).isEqualTo("1");
    }

    @Test
    void a_plan_that_has_changed_since_it_was_shown_is_shown_again() {
        var preview = marc.upload(Csv.PUPILS + Csv.ZOE);
        var asked = marc.confirm(preview);
        imported(Csv.PUPILS + Csv.ZOE + Csv.NOE);
        var again = marc.visitor.form(asked, Director.path(preview) + "/commit").send();
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.words()).contains("L’annuaire a changé depuis l’affichage de cette page.");
        assertThat(one("select count(*) from departure")).isEqualTo("0");
    }

    @Test
    void an_import_is_given_up_or_forgotten_with_all_it_has_read() {
        var preview = marc.upload(Csv.ALL_PUPILS);
        var path = Director.path(preview);
        assertThat(marc.visitor.form(preview, path + "/removal").send().words())
                .contains("Import abandonné");
        assertThat(one("select count(*) from onde_line")).isEqualTo("0");
        var second = Director.path(marc.upload(Csv.ALL_PUPILS));
        forget.run();
        assertThat(one("select count(*) from onde_line")).as("the premise").isEqualTo("3");
        clock.moveBy(Duration.ofDays(8));
        forget.run();
        assertThat(one("select count(*) from onde_line")).isEqualTo("0");
        assertThat(new Director(visitors, "marc.olivet").visitor).isNotNull();
        assertThat(one("select state from onde_import where id = " + second.replaceAll("\\D", "")))
                .isEqualTo("EXPIRED");
        assertThat(one("select count(*) from person where source = 'ONDE'")).isEqualTo("0");
    }

    @Test
    void a_file_that_cannot_be_read_says_why_and_keeps_nothing() {
        var answer = marc.upload("Bonjour", Csv.ALL_GUARDIANS);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.words()).contains("ni la liste des élèves ni celle des responsables");
        var heavy = marc.send(true, null, List.of(new byte[6 * 1024 * 1024]));
        assertThat(heavy.status()).isEqualTo(422);
        assertThat(heavy.words()).contains("dépasse 5 Mo");
        assertThat(marc.upload().words()).contains("Choisissez au moins un fichier");
        assertThat(marc.upload(Csv.ALL_PUPILS, Csv.ALL_PUPILS).words())
                .contains("Les deux fichiers listent des élèves.");
        assertThat(one("select count(*) from onde_import")).isEqualTo("0");
    }

    @Test
    void files_without_the_forms_token_are_refused() {
        assertThat(marc.send(true, null, List.of(Csv.latin(Csv.ALL_PUPILS))).status())
                .isEqualTo(303);
        assertThat(marc.send(false, null, List.of(Csv.latin(Csv.ALL_PUPILS))).status())
                .isEqualTo(403);
        assertThat(one("select count(*) from onde_import")).isEqualTo("1");
    }

    @Test
    void far_too_heavy_files_get_a_page_and_not_a_bug() {
        var answer = marc.send(true, null, List.of(new byte[65 * 1024 * 1024]));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.words()).contains("dépasse la taille permise");
    }

    @Test
    void nobody_else_finds_the_import_of_a_school() {
        var path = Director.path(marc.upload(Csv.ALL_PUPILS));
        assertThat(marc.visitor.ask(path).status()).isEqualTo(200);
        for (var login :
                List.of(
                        "nadia.ferrand",
                        "helene.costa",
                        "amina.benali",
                        "claude.toulousain",
                        "patrick.mazel")) {
            var other = visitors.as(login);
            for (var page : List.of("", "/commit", "/list"))
                assertThat(other.ask(path + page).status()).as(login + page).isEqualTo(404);
            for (var act : List.of("/choices", "/commit", "/removal"))
                assertThat(other.post(path + act, java.util.Map.of()).status())
                        .as(login + act)
                        .isEqualTo(404);
        }
        assertThat(visitors.as("helene.costa").ask("/onde").status()).isEqualTo(404);
        var school = one("select id from structure where uai = '0341315V'");
        assertThat(
                        new Director(visitors, "nadia.ferrand")
                                .send(true, school, List.of(Csv.latin(Csv.ALL_PUPILS)))
                                .status())
                .isEqualTo(404);
        assertThat(one("select count(*) from onde_line")).as("nothing was lost").isEqualTo("3");
    }
}
