package fr.preau.notifications;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import fr.preau.mail.Outcome;
import fr.preau.push.Push;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is due leaves for devices, some at a time, on any node; what became of each is written. */
@Component
class SendPushes implements RecurringWork {
    private static final int AT_ONCE = 50;

    private final Letters letters;
    private final Pushes pushes;
    private final Push push;
    private final Walls walls;

    SendPushes(Letters letters, Pushes pushes, Push push, Walls walls) {
        this.letters = letters;
        this.pushes = pushes;
        this.push = push;
        this.walls = walls;
    }

    @Override
    public String name() {
        return "notifications-pushes";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        if (!push.open()) return;
        walls.as(Wall.JOB, pushes::gather);
        var goesOn = true;
        while (goesOn)
            goesOn = send(walls.as(Wall.JOB, () -> letters.claim(Channel.PUSH, AT_ONCE)));
    }

    /** Whether to go on: not when nothing is left, nor when no service took anything. */
    private boolean send(List<Letters.Claimed> claimed) {
        if (claimed.isEmpty()) return false;
        var items =
                walls.as(Wall.JOB, () -> pushes.itemsOf(claimed)).stream()
                        .collect(Collectors.groupingBy(Pushes.Item::letter));
        var needless = claimed.stream().filter(letter -> !items.containsKey(letter.id())).toList();
        walls.as(Wall.JOB, () -> letters.needless(needless));
        var taken = items.isEmpty();
        for (var answer : answers(claimed, items).entrySet()) {
            var outcome = answer.getValue().join();
            walls.as(Wall.JOB, () -> letters.end(answer.getKey(), outcome));
            taken |= outcome.kind() != Outcome.Kind.LATER;
        }
        return taken;
    }

    /** Side by side: a service that is slow keeps the devices of others waiting no longer. */
    private Map<Letters.Claimed, CompletableFuture<Outcome>> answers(
            List<Letters.Claimed> claimed, Map<Long, List<Pushes.Item>> items) {
        var answers = new LinkedHashMap<Letters.Claimed, CompletableFuture<Outcome>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var letter : claimed)
                if (items.containsKey(letter.id()))
                    answers.put(
                            letter,
                            CompletableFuture.supplyAsync(
                                    () -> send(items.get(letter.id()), letter), threads));
        }
        return answers;
    }

    private Outcome send(List<Pushes.Item> items, Letters.Claimed letter) {
        return pushes.subscriber(items.getFirst())
                .map(to ->
                        push.send(
                                to,
                                items.getFirst().keyId(),
                                PushText.of(items),
                                PushText.isUrgent(items)))
                .orElse(new Outcome(Outcome.Kind.UNWANTED, 0));
    }
}
