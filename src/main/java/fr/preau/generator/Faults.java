package fr.preau.generator;

import java.util.Map;
import java.util.function.Consumer;

/**
 * The broken records that real deliveries hold, each once, planted with people of an ordinary
 * place.
 */
final class Faults {
    private static final String UNKNOWN = "9999999";

    private final Delivery delivery;
    private int number = 9_000_001;

    Faults(Delivery delivery) {
        this.delivery = delivery;
    }

    void plant(Population place) {
        structures(place);
        pupils(place.families.getLast().children.getFirst());
        guardian(place.families.getLast());
        staff(place.staff.getLast());
    }

    private void structures(Population place) {
        var school = place.place.schools().getFirst().structure();
        var wrongLetter = school.uai().substring(0, 7) + (school.uai().endsWith("A") ? 'B' : 'A');
        plant(
                Category.STRUCTURE,
                school::describe,
                Map.of("ENTStructureUAI", wrongLetter, "ENTStructureSIREN", "21340069000012"));
        plant(Category.STRUCTURE, school::describe, Map.of("ENTStructureNomCourant", ""));
    }

    private void pupils(Child child) {
        plant(Category.PUPIL, child::describe, Map.of("ENTPersonNom", ""));
        plant(Category.PUPIL, child::describe, Map.of("ENTPersonStructRattach", ""));
        plant(Category.PUPIL, child::describe, Map.of("ENTPersonStructRattach", UNKNOWN));
        plant(
                Category.PUPIL,
                child::describe,
                Map.of("ENTEleveAutoriteParentale", UNKNOWN + "$10"));
        plant(Category.PUPIL, child::describe, Map.of("ENTPersonDateNaissance", "31/02/2018"));
        plant(
                Category.PUPIL,
                child::describe,
                Map.of("ENTPersonClasses", child.classroom.school().id() + "$11$ORDINAIRE$$CP"));
        // The same identifier again, and an envelope that does not say the key of its record.
        delivery.add(Category.PUPIL, child.id, child::describe);
        delivery.addFalse(Category.PUPIL, UNKNOWN, child::describe, Map.of());
    }

    private void guardian(Family family) {
        if (family.guardians.isEmpty()) return;
        plant(
                Category.GUARDIAN,
                family.guardians.getFirst()::describe,
                Map.of("ENTPersonPrenom", ""));
        plant(Category.GUARDIAN, family.guardians.getFirst()::describe, Map.of());
    }

    private void staff(Agent agent) {
        plant(
                Category.STAFF,
                agent::describe,
                Map.of("ENTPersonFonctions", "101$ENS$ENSEIGNEMENT$G0000$SANS SPECIALITE"));
    }

    /** A partial delivery that speaks of people nobody knows. */
    void plantPartial(Population place) {
        var child =
                place.families.stream()
                        .flatMap(one -> one.children.stream())
                        .findFirst()
                        .orElseThrow();
        delivery.modify(Category.PUPIL, 9_999_998, child::describe, "ENTEleveRestaurantScolaire");
        delivery.delete(Category.PUPIL, 9_999_997);
    }

    private void plant(Category category, Consumer<Xml> attributes, Map<String, String> instead) {
        var id = Integer.toString(number++);
        var key = category == Category.STRUCTURE ? "ENTStructureJointure" : "ENTPersonJointure";
        var said = new java.util.HashMap<>(instead);
        said.put(key, id);
        delivery.addFalse(category, id, attributes, said);
    }
}
