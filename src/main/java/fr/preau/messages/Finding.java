package fr.preau.messages;

import fr.preau.contact.People;
import fr.preau.contact.PeoplePage;
import fr.preau.contact.Side;
import fr.preau.web.Actor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Recipients by name, among those whom somebody may reach; behind a child's name its guardians are
 * proposed as one family.
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
        var families =
                addressees
                        .offeredTo(
                                actor,
                                entries.stream()
                                        .filter(Finding::isPupil)
                                        .map(entry -> Token.family(entry.person().personId()))
                                        .toList())
                        .stream()
                        .filter(one -> one.token().charAt(0) == 'f')
                        .collect(
                                LinkedHashMap<String, Chosen>::new,
                                (all, one) -> all.put(one.token(), one),
                                LinkedHashMap::putAll);
        var found = new ArrayList<Found>();
        for (var entry : entries) {
            var person = entry.person();
            var family = families.get(Token.family(person.personId()).toString());
            if (isPupil(entry) && family != null)
                found.add(
                        new Found(
                                family.token(),
                                family.title(),
                                family.counts(),
                                Side.GUARDIAN,
                                family.people()));
            found.add(
                    new Found(
                            Token.person(person.personId()).toString(),
                            person.firstName() + " " + person.lastName(),
                            people.line(actor, entry),
                            entry.standings().isEmpty()
                                    ? Side.TEACHER
                                    : entry.standings().getFirst().profile(),
                            1));
        }
        return found;
    }

    private static boolean isPupil(PeoplePage.Entry entry) {
        return entry.standings().stream().anyMatch(s -> s.profile() == Side.PUPIL);
    }
}
