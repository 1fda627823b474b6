package fr.preau.contact;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cell of the matrix: its choices, and what the chosen one would change. */
public record CellPage(
        ContactPage.Place school,
        ContactPage.Place place,
        CellForm.Sides sides,
        @Nullable Cell cell,
        ContactPolicy.Changing verdict,
        String choice,
        List<ContactPage.Classroom> classes,
        Simulation.@Nullable Effect effect,
        Problems problems)
        implements Page {
    /** One of the choices, as the form shows it. */
    public record Option(String value, String label, String hint, boolean chosen) {}

    @Override
    public String title() {
        return t("contact.arrow", sides.from().plural(), sides.to().plural());
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public Side from() {
        return sides.from();
    }

    public Side to() {
        return sides.to();
    }

    public String legend() {
        return t(
                "contact.cell.legend",
                who(),
                sides.to().plural().toLowerCase(java.util.Locale.FRENCH));
    }

    public String pairs() {
        return effect == null
                ? ""
                : t("contact.cell.pairs.value", effect.pairsBefore(), effect.pairsAfter());
    }

    /** Why nothing can be changed here; empty when something can. */
    public String locked() {
        return switch (verdict) {
            case GUARDIANS, OTHER_CHILDREN, FIXED -> t("contact.problem." + verdict);
            case ALLOWED, UNKNOWN -> "";
        };
    }

    public List<Option> options() {
        var all = new ArrayList<>(List.of(Choice.USUAL));
        if (cell != null) all.addAll(cell.choices());
        return all.stream()
                .map(each -> new Option(each.name(), label(each), hint(each), isChosen(each)))
                .toList();
    }

    private String label(Choice each) {
        if (each == Choice.USUAL)
            return t(place.schoolClass() == null ? "contact.usual.region" : "contact.usual.school");
        return capital(words(each));
    }

    /** What « usual » stands for today. */
    private String hint(Choice each) {
        return each == Choice.USUAL ? capital(words(Choice.USUAL)) : "";
    }

    private boolean isChosen(Choice each) {
        return choice.isEmpty() && cell != null
                ? each == cell.chosen()
                : each.name().equals(choice);
    }

    private String words(Choice each) {
        return cell == null ? "" : cell.words(each);
    }

    public String now() {
        return cell == null ? "" : words(cell.inForce());
    }

    public String then() {
        return words(Choice.valueOf(choice));
    }

    public boolean changesNothing() {
        return cell != null && ContactPolicy.kept(cell, Choice.valueOf(choice)) == cell.chosen();
    }

    /** « Responsables de CP A » */
    public String who() {
        return place.schoolClass() == null
                ? sides.from().plural()
                : t("contact.of-class", sides.from().plural(), place.name());
    }

    /** « 24 responsables de CP A pourront écrire à 8 enseignants de plus. » */
    public List<String> sentences() {
        if (effect == null) return List.of();
        var all = new ArrayList<String>();
        if (effect.gaining() > 0) all.add(sentence("gain", effect.gaining(), effect.gained()));
        if (effect.losing() > 0) all.add(sentence("loss", effect.losing(), effect.lost()));
        if (all.isEmpty()) all.add(t("contact.effect.nothing"));
        return all;
    }

    private String sentence(String what, long from, long to) {
        var people = sides.from().counted(from);
        if (place.schoolClass() != null) people = t("contact.of-class", people, place.name());
        return t(
                "contact.effect." + what + (from > 1 ? ".many" : ".one"),
                people,
                sides.to().counted(to));
    }

    private static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + words.substring(1);
    }
}
