package fr.preau.messages;

import fr.preau.web.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Taking a message back: its words go, its line stays and says so. */
@Component
class Recalls {
    private final Messages messages;
    private final ApplicationEventPublisher facts;

    Recalls(Messages messages, ApplicationEventPublisher facts) {
        this.messages = messages;
        this.facts = facts;
    }

    void recall(Actor actor, Message message) {
        messages.recall(message);
        facts.publishEvent(
                new MessageRecalled(
                        message.school(), message.id(), actor.account(), actor.person()));
    }
}
