package fr.preau.messages;

import fr.preau.contact.People;
import fr.preau.contact.PeoplePage;
import fr.preau.contact.Side;
import fr.preau.web.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Recipients by name, among those whom somebody may write to; behind a child's name its guardians
 * are proposed as one family.
 */
@Component
class Finding {
    private final People people;
    private final Addressees addressees;

    Finding(People people, Addressees addressees) {
        this.people = people;
        this.addressees = addressees;
    }

    List<Found> find(Actor actor, String asked) {
        var entries = people.first(actor, asked);
        if (entries.isEmpty()) return List.of();
        var offered =
                addressees
                        .offeredTo(actor, entries.stream().flatMap(Finding::tokens).toList())
                        .stream()
                        .collect(Collectors.toMap(Chosen::token, one -> one));
        var found = new ArrayList<Found>();
        for (var entry : entries) {
            var person = entry.person();
            var family = offered.get(Token.family(person.personId()).toString());
            if (family != null)
                found.add(
                        new Found(
                                family.token(),
                                family.title(),
                                family.counts(),
                                Side.GUARDIAN,
                                family.people()));
            var alone = Token.person(person.personId()).toString();
            if (!offered.containsKey(alone)) continue;
            found.add(
                    new Found(
                            alone,
                            person.firstName() + " " + person.lastName(),
                            people.line(actor, entry),
                            entry.standings().isEmpty()
                                    ? Side.TEACHER
                                    : entry.standings().getFirst().profile(),
                            1));
        }
        return found;
    }

    private static Stream<Token> tokens(PeoplePage.Entry entry) {
        var person = entry.person().personId();
        return isPupil(entry)
                ? Stream.of(Token.family(person), Token.person(person))
                : Stream.of(Token.person(person));
    }

    private static boolean isPupil(PeoplePage.Entry entry) {
        return entry.standings().stream().anyMatch(s -> s.profile() == Side.PUPIL);
    }
}
