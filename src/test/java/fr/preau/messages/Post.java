package fr.preau.messages;

import fr.preau.Visitor;
import fr.preau.Visitor.Answer;

/** Messages as people write them in these tests. */
public final class Post {
    private Post() {}

    /** The form of a new message, the circle or person of this title ticked. */
    public static Visitor.Form writing(Visitor author, String to, String subject) {
        var page = author.open("/messages/new");
        return author.form(page, "/messages")
                .without("to")
                .without("look")
                .add("to", valueOf(page, to))
                .fill("subject", subject)
                .fill("text", "Voici **un message**.");
    }

    public static Answer send(Visitor author, String to, String subject) {
        return writing(author, to, subject).send();
    }

    /** To somebody found by name. */
    public static Answer sendTo(Visitor author, String name, String subject) {
        var page = author.open("/messages/new");
        return author.form(page, "/messages")
                .without("to")
                .without("look")
                .add("to", tokenOf(author, name))
                .fill("subject", subject)
                .fill("text", "Voici **un message**.")
                .send();
    }

    public static String tokenOf(Visitor author, String name) {
        var found = author.open("/messages/recipients?q=" + name.replace(" ", "%20"));
        return valueOf(found, name);
    }

    public static String valueOf(Answer page, String title) {
        return page.page().select("label.choice").stream()
                .filter(choice -> choice.select(".choice__title").text().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no choice " + title + ": " + page.words()))
                .select("input")
                .attr("value");
    }

    public static Answer reply(Visitor reader, Answer message, String text) {
        var page = reader.open(message.path());
        var action = page.page().select("form#reply").attr("action");
        return reader.form(page, action).fill("text", text).send();
    }
}
