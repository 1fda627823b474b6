package fr.preau.notifications;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import fr.preau.mail.Mail;
import fr.preau.mail.Outcome;
import fr.preau.web.Site;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Letters leave, a few at a time, on any node. What became of each is written as soon as it is
 * known: a node that stops in the middle has at most one to send again, with the same number.
 */
@Component
class SendLetters implements RecurringWork {
    private static final int AT_ONCE = 50;

    private final Letters letters;
    private final Mail mail;
    private final Site site;
    private final Walls walls;

    SendLetters(Letters letters, Mail mail, Site site, Walls walls) {
        this.letters = letters;
        this.mail = mail;
        this.site = site;
        this.walls = walls;
    }

    @Override
    public String name() {
        return "notifications-letters";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        // Of every channel: what has left for devices grows old without a mail server too.
        walls.as(Wall.JOB, letters::sweep);
        if (!mail.open()) return;
        walls.as(Wall.JOB, letters::gather);
        var goesOn = true;
        while (goesOn) goesOn = send(claim());
    }

    private List<Letters.Claimed> claim() {
        return walls.as(Wall.JOB, () -> letters.claim(Channel.MAIL, AT_ONCE));
    }

    /** Whether to go on: not when nothing is left, nor when the server took nothing. */
    private boolean send(List<Letters.Claimed> claimed) {
        if (claimed.isEmpty()) return false;
        var items =
                walls.as(Wall.JOB, () -> letters.itemsOf(claimed)).stream()
                        .collect(Collectors.groupingBy(Letters.Item::letter));
        var needless = claimed.stream().filter(letter -> !items.containsKey(letter.id())).toList();
        walls.as(Wall.JOB, () -> letters.needless(needless));
        var leaving = new LinkedHashMap<Mail.Letter, Letters.Claimed>();
        for (var letter : claimed)
            if (items.containsKey(letter.id()))
                leaving.put(LetterText.of(items.get(letter.id()), site.link("")), letter);
        var taken = new AtomicBoolean(leaving.isEmpty());
        mail.send(
                List.copyOf(leaving.keySet()),
                (letter, outcome) -> {
                    walls.as(Wall.JOB, () -> letters.end(leaving.get(letter), outcome));
                    if (outcome.kind() != Outcome.Kind.LATER) taken.set(true);
                });
        return taken.get();
    }
}
