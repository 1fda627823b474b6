package fr.preau.sheets;

import static fr.preau.web.Wording.t;

import fr.preau.access.Keys;
import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** For whom the actor may make sheets: deny by default, a group is found among one's own or not. */
@Component
class SheetGroups {
    private final Keys keys;
    private final Holders holders;

    SheetGroups(Keys keys, Holders holders) {
        this.keys = keys;
        this.holders = holders;
    }

    List<SheetGroup> of(Actor actor) {
        var groups = new ArrayList<SheetGroup>();
        keys.lookedAfterBy(actor).stream()
                .collect(
                        Collectors.groupingBy(
                                Keys.Child::schoolClass, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(children -> groups.add(ofClass(children)));
        for (var school : actor.administeredSchools()) {
            var name = holders.nameOf(school);
            groups.add(
                    new SheetGroup("staff/" + school, t("sheets.staff"), school, name, List.of()));
        }
        return groups;
    }

    SheetGroup find(Actor actor, String path) {
        return of(actor).stream()
                .filter(group -> group.path().equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private SheetGroup ofClass(List<Keys.Child> children) {
        var one = children.getFirst();
        return new SheetGroup(
                "classes/" + one.schoolClass(),
                one.classLabel(),
                one.school(),
                holders.nameOf(one.school()),
                children.stream().map(Keys.Child::person).toList());
    }
}
