package fr.preau.generator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pupil; what a day may change is written here and told again. */
final class Child {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Who answers for the pupil, and as what. */
    record Link(Guardian guardian, String code) {}

    final int id;
    final String ine;
    final LocalDate birth;
    final Level level;
    final Identity identity;
    final List<Link> links = new ArrayList<>();

    Classroom classroom;
    @Nullable Classroom group;
    LocalDate entered;
    String canteen;
    final String bus;
    String morning;
    final String evening;
    final String study;

    Child(
            Numbers numbers,
            Draw draw,
            LocalDate birth,
            Level level,
            Identity identity,
            Classroom classroom,
            LocalDate entered) {
        this.id = numbers.pupil();
        this.ine = draw.chance(0.5) ? "" : numbers.ine(id);
        this.birth = birth;
        this.level = level;
        this.identity = identity;
        this.classroom = classroom;
        this.entered = entered;
        this.canteen = draw.chance(65) ? "O" : "N";
        this.bus = draw.chance(12) ? "O" : "N";
        this.morning = draw.chance(30) ? "O" : "N";
        this.evening = draw.chance(40) ? "O" : "N";
        this.study = level.age < 6 ? "N" : draw.chance(15) ? "O" : "N";
    }

    void describe(Xml xml) {
        xml.attribute("ENTPersonJointure", id);
        xml.attribute("ENTEleveINE", ine);
        xml.attribute("ENTPersonDateNaissance", birth.format(DAY));
        xml.attribute("ENTPersonCivilite", identity.civility());
        xml.attribute("ENTPersonStructRattach", classroom.school().id());
        xml.attribute(
                "ENTEleveAutoriteParentale",
                links.stream().map(link -> link.guardian.id + "$" + link.code).toList());
        xml.attribute("ENTEleveRestaurantScolaire", canteen);
        xml.attribute("ENTEleveTransport", bus);
        xml.attribute("ENTEleveGarderieMatin", morning);
        xml.attribute("ENTEleveGarderieSoir", evening);
        xml.attribute("ENTEleveEtudesSurveillees", study);
        xml.attribute("ENTEleveNiveau", level.value);
        xml.attribute("ENTEleveCycle", level.cycle);
        xml.attribute("ENTEleveTypeClasse", "11$ORDINAIRE");
        xml.attribute(
                "ENTEleveDateEntreeClasses",
                classroom.school().id() + "$" + entered.format(DAY) + "$" + classroom.id());
        xml.attribute("ENTEleveDateSortieClasses", "");
        xml.attribute("ENTPersonClasses", classroom.value());
        xml.attribute("ENTPersonGroupes", group == null ? "" : group.groupValue());
        identity.describe(xml);
    }

    /** Into another class of the same or of another school; a group stays behind. */
    void move(Classroom to, LocalDate day) {
        if (to.school() != classroom.school()) group = null;
        classroom = to;
        entered = day;
    }

    void answeredBy(Guardian guardian, String code) {
        links.add(new Link(guardian, code));
        guardian.children.add(this);
    }
}
