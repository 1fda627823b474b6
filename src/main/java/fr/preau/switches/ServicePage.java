package fr.preau.switches;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Profile;
import fr.preau.web.Service;
import java.util.ArrayList;
import java.util.List;

/** One service of a school: who has it, class by class, with the buttons that change it. */
public record ServicePage(Switches.School school, Board board) implements Page {
    /** A line of the table; {@code schoolClass} is empty for the whole school. */
    public record Row(String schoolClass, String label, List<Cell> cells) {}

    @Override
    public String title() {
        return t("switches.of", board.service().label());
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "wide";
    }

    public Service shown() {
        return board.service();
    }

    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(new Row("", t("switches.school"), board.school()));
        for (var one : board.classes())
            rows.add(new Row(Long.toString(one.id()), one.label(), board.ofClass(one)));
        return rows;
    }

    public List<Profile> profiles() {
        return board.profiles();
    }

    public String path() {
        return "/switches/" + board.service().key();
    }

    /** « Les familles ne verront plus les mots. » */
    public String effect(Profile profile) {
        return t("switches.effect." + profile, board.service().what());
    }

    /** « Fermer aux familles de CP A », for those who only hear the button. */
    public String whose(Profile profile, Row row) {
        return t(
                "switches.whose." + profile,
                row.schoolClass().isEmpty() ? t("switches.whole") : row.label());
    }
}
