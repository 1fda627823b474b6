package fr.preau.messages;

import fr.preau.web.Actor;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Taking a message back: its words go, its line stays where it has arrived and says so; it arrives
 * nowhere else.
 */
@Component
class Recalls {
    private final Messages messages;
    private final Underway underway;
    private final ApplicationEventPublisher facts;

    Recalls(Messages messages, Underway underway, ApplicationEventPublisher facts) {
        this.messages = messages;
        this.underway = underway;
        this.facts = facts;
    }

    void recall(Actor actor, Message message) {
        messages.recall(message);
        underway.takeBack(List.of(new Oversight.Key(message.school(), message.id())));
        facts.publishEvent(
                new MessageRecalled(
                        message.school(), message.id(), actor.account(), actor.person()));
    }
}
