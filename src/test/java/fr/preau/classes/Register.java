package fr.preau.classes;

import fr.preau.Visitor;
import fr.preau.Visitors;

/** What the tests of this feature do again and again, through the screens. */
final class Register {
    private final Visitors visitors;

    Register(Visitors visitors) {
        this.visitors = visitors;
    }

    Visitor as(String login) {
        return visitors.as(login);
    }

    /** The address of a class, as its director reads it. */
    String path(String director, String label) {
        return as(director).open("/classes").page().select("h3 a").stream()
                .filter(link -> link.text().equals(label))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    String classOf(String label) {
        return path("marc.olivet", label);
    }

    /** The page of a pupil, from the class of this label. */
    String pupil(String label, String name) {
        return as("marc.olivet").open(classOf(label)).page().select("h3 a").stream()
                .filter(link -> link.text().equals(name))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    /** Chooses where a pupil goes, on the pupil's own page. */
    Visitor.Answer place(String login, String pupil, String to, String manner) {
        var visitor = as(login);
        return visitor.form(visitor.open(pupil), pupil)
                .fill("to", to.replace("/classes/", ""))
                .fill("manner", manner)
                .send();
    }

    Visitor.Answer remove(String login, String pupil, String from) {
        var visitor = as(login);
        return visitor.form(visitor.open(pupil), from + "/seats/removal")
                .fill("pupil", pupil.replace("/classes/pupils/", ""))
                .send();
    }

    /** Presses « Annuler » where it is offered. */
    Visitor.Answer undo(String login, Visitor.Answer after) {
        return as(login).form(after, after.page().select(".flash form").attr("action")).send();
    }

    /** Makes a group and puts these pupils in it. */
    String group(String login, String name, String... pupils) {
        var visitor = as(login);
        var made =
                visitor.form(visitor.open("/classes/new"), "/classes").fill("label", name).send();
        var choosing = made.path();
        var form = visitor.form(made, choosing);
        for (var pupil : pupils) form.add("pupil", boxOf(made, pupil));
        form.send();
        return choosing.replace("/pupils", "");
    }

    static String boxOf(Visitor.Answer page, String name) {
        return page.page().select("label.choice").stream()
                .filter(choice -> choice.select(".choice__title").text().equals(name))
                .findFirst()
                .orElseThrow()
                .select("input")
                .attr("value");
    }
}
