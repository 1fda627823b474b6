package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.OpenedFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one PostgreSQL: what happens at one rings at the other, and whoever dies takes
 * nothing with it that was acknowledged.
 */
class TwoNodesTest {
    @TempDir static Path folder;

    private static Node first;
    private static Node second;

    @BeforeAll
    static void two_nodes() throws Exception {
        first = new Node(folder);
        second = new Node(folder);
        // Whenever this runs, it is a time at which one may be told.
        try (var database = new OpenedFolder(folder);
                var all = database.connect();
                var sql = all.createStatement()) {
            sql.execute(
                    "update quiet_usual set evening_from = '23:59:59', evening_until = '00:00', weekend_from = null");
        }
    }

    @AfterAll
    static void they_end() throws Exception {
        for (var node : new Node[] {first, second}) if (node != null) node.close();
        // What a killed one has left running.
        new OpenedFolder(folder).close();
    }

    private static String choice(Visitor.Answer page, String title) {
        return page.page().select("label.choice").stream()
                .filter(choice -> choice.select(".choice__title").text().startsWith(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.words()))
                .select("input")
                .attr("value");
    }

    private static Visitor.Form writing(Visitor author, String to, String subject) {
        var page = author.open("/messages/new");
        var offered =
                to.startsWith("Responsables") ? author.open("/messages/recipients?q=Yanis") : page;
        return author.form(page, "/messages")
                .without("to")
                .without("look")
                .add("to", choice(offered, to))
                .fill("subject", subject)
                .fill("text", "Voici un message, " + subject + ".");
    }

    private static long rings(List<String> heard) {
        return List.copyOf(heard).stream().filter(line -> line.equals("event:ring")).count();
    }

    @Test
    void a_message_sent_at_one_rings_at_the_other_and_the_death_of_either_loses_nothing()
            throws Exception {
        var helene = first.signIn("helene.costa");
        var amina = second.signIn("amina.benali");
        var thomas = second.signIn("thomas.leroy");
        var heard = second.follow(amina);
        var elsewhere = second.follow(thomas);
        // Heard once: from now on nothing is missed.
        var tries = new AtomicInteger();
        Node.until(
                "the second node listens",
                () -> {
                    if (rings(heard) == 0 && tries.getAndIncrement() % 20_000_000 == 0)
                        writing(helene, "Responsables de Yanis", "Essai " + tries).send();
                    return rings(heard) > 0;
                });
        var before = rings(heard);
        var from = System.nanoTime();
        assertThat(writing(helene, "Responsables de Yanis", "À l’autre").send().words())
                .contains("Message envoyé");
        Node.until("the bell at the other node", () -> rings(heard) > before);
        System.out.printf(
                "a message at one node rang at the other %d ms after its form was opened%n",
                (System.nanoTime() - from) / 1_000_000);
        assertThat(elsewhere).as("another family").doesNotContain("event:ring");

        killed(second, first, helene, "au second", () -> {});
        second = new Node(folder);
        var patrick = first.signIn("patrick.mazel");
        killed(first, second, helene, "au premier", () -> sendToDirectors(patrick));
        // Accepted and perhaps not yet written when its node died: the other goes on with it.
        var marc = second.signIn("marc.olivet");
        Node.until(
                "the directors have it",
                () -> marc.open("/messages").words().contains("Réunion de rentrée"));
    }

    /** Writes at a node until it dies in the middle; the other has all that was acknowledged. */
    private static void killed(Node dying, Node living, Visitor author, String mark, Runnable last)
            throws Exception {
        var acknowledged = Collections.synchronizedList(new ArrayList<String>());
        var writer =
                Thread.ofVirtual()
                        .start(() -> {
                            var here = dying.with(author);
                            try {
                                for (var n = 1; n < 10_000; n++) {
                                    var subject = "Numéro " + n + " " + mark + ".";
                                    if (writing(here, "Responsables de Yanis", subject)
                                                    .sendOnly()
                                                    .status()
                                            == 303) acknowledged.add(subject);
                                }
                            } catch (RuntimeException e) {
                                // It is dead.
                            }
                        });
        Node.until("some were acknowledged", () -> acknowledged.size() >= 8);
        last.run();
        dying.kill();
        writer.join();
        var received =
                living.signIn("amina.benali")
                        .open("/messages?q=" + mark.replace(" ", "%20"))
                        .page()
                        .select(".list-row__title")
                        .eachText();
        var sent = living.with(author).open("/messages?box=sent");
        assertThat(sent.status()).isEqualTo(200);
        for (var subject : acknowledged.reversed().subList(0, 8))
            assertThat(received.stream().filter(line -> line.startsWith(subject)))
                    .as("%s of %s", subject, received)
                    .hasSize(1);
    }

    private static void sendToDirectors(Visitor inspector) {
        var page = inspector.open("/messages/new");
        var title =
                page.page().select("label.choice .choice__title").stream()
                        .map(org.jsoup.nodes.Element::text)
                        .filter(text -> text.startsWith("Directions"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(page.words()));
        assertThat(writing(inspector, title, "Réunion de rentrée").sendOnly().status())
                .isEqualTo(303);
    }
}
