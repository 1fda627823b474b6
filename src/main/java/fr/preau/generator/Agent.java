package fr.preau.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A member of the staff; what a day may change is written here and told again. */
final class Agent {
    static final String NONE = "G0000$SANS SPECIALITE";
    static final String DIRECTION = "D0000$DIRECTION";
    static final String REPLACEMENT = "-$SANS OBJET";

    final int id;
    final Identity identity;
    final LocalDate birth;
    String mail;
    final List<Integer> attached = new ArrayList<>();
    final List<Integer> directs = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();
    private final List<String> specialities = new ArrayList<>();

    Agent(Numbers numbers, Draw draw) {
        this.id = numbers.staff();
        var last = draw.one(Names.LAST);
        this.identity = draw.chance(82) ? Identity.woman(draw, last) : Identity.man(draw, last);
        this.birth =
                LocalDate.of(draw.between(1962, 2000), draw.between(1, 12), draw.between(1, 28));
        this.mail = identity.mail(numbers.academy.domain(), id % 1000);
    }

    Agent teaches(School school, String speciality) {
        functions.add(school.id() + "$ENS$ENSEIGNEMENT$" + speciality);
        specialities.add(speciality);
        attached.add(school.id());
        return this;
    }

    Agent directs(School school) {
        directs.add(school.id());
        return this;
    }

    /** A replacement works in schools without being attached to any. */
    Agent replacesIn(School school) {
        functions.add(school.id() + "$-$SANS OBJET$" + REPLACEMENT);
        specialities.add(REPLACEMENT);
        return this;
    }

    void describe(Xml xml) {
        xml.attribute("ENTPersonJointure", id);
        xml.attribute("ENTPersonDateNaissance", birth.format(Child.DAY));
        xml.attribute("ENTPersonCivilite", identity.civility());
        xml.attribute(
                "ENTPersonStructRattach",
                attached.stream().distinct().map(school -> Integer.toString(school)).toList());
        xml.attribute("ENTPersonFonctions", functions);
        xml.attribute("ENTPersonCategorieEnseignant", "O");
        xml.attribute(
                "ENTEnsFonctionDir",
                directs.stream().map(school -> Integer.toString(school)).toList());
        xml.attribute("ENTEnsSpecialites", specialities);
        identity.describe(xml);
        xml.attribute("ENTPersonMail", mail);
    }
}
