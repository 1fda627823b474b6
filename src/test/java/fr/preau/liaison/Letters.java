package fr.preau.liaison;

import fr.preau.Visitor;

/** What the tests of this feature do again and again. */
final class Letters {
    private Letters() {}

    /** Writes through the screen; the answer is the page of the sent note. */
    static Visitor.Answer send(Visitor author, String to, String title) {
        return writing(author, to, title).send();
    }

    static Visitor.Form writing(Visitor author, String to, String title) {
        var page = author.open("/liaison/new");
        return author.form(page, "/liaison")
                .add("to", valueOf(page, to))
                .fill("title", title)
                .fill("text", "Bonjour, voici **un mot**.");
    }

    /** The value of the choice with this title. */
    static String valueOf(Visitor.Answer page, String title) {
        return page.page().select("label.choice").stream()
                .filter(choice -> choice.select(".choice__title").text().equals(title))
                .findFirst()
                .orElseThrow()
                .select("input")
                .attr("value");
    }

    static Visitor.Answer sign(Visitor guardian, String note) {
        return guardian.form(guardian.open(note), note + "/signature").send();
    }
}
