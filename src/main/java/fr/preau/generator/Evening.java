package fr.preau.generator;

import java.time.LocalDate;
import java.util.ArrayList;

/**
 * What a day changes in one place, told to that evening's partial delivery: about one person in a
 * hundred, and no family twice. The first place of an academy sees each kind of event at least
 * once, so that a small delivery has them all.
 */
final class Evening {
    /** An event of a family, and how many families in a hundred meet it on a day. */
    private enum Event {
        ENTRY(0.15),
        SIBLING(0.05),
        DEPARTURE(0.2),
        OTHER_CLASS(0.35),
        OTHER_SCHOOL(0.2),
        PUPIL_CORRECTED(0.45),
        GUARDIAN_CORRECTED(0.45),
        GUARDIAN_ADDED(0.1),
        GUARDIAN_REMOVED(0.05);

        final double percent;

        Event(double percent) {
            this.percent = percent;
        }
    }

    private final Draw draw;
    private final Numbers later;
    private final LocalDate day;
    private final Delivery delivery;
    private final Population place;
    private final Population neighbour;

    Evening(
            Draw draw,
            Numbers later,
            LocalDate day,
            Delivery delivery,
            Population place,
            Population neighbour) {
        this.draw = draw;
        this.later = later;
        this.day = day;
        this.delivery = delivery;
        this.place = place;
        this.neighbour = neighbour;
    }

    void pass() {
        var first = place.place.rank() == 0;
        var owed = new ArrayList<Event>();
        if (first) for (var event : Event.values()) owed.add(event);
        for (var family : new ArrayList<>(place.families)) {
            if (family.children.isEmpty()) continue;
            if (!owed.isEmpty()) {
                owed.stream()
                        .filter(event -> happens(event, family))
                        .findFirst()
                        .ifPresent(owed::remove);
                continue;
            }
            for (var event : Event.values())
                if (draw.chance(event.percent) && happens(event, family)) break;
        }
        staff(first);
    }

    /** False when the family is not one to which it can happen. */
    private boolean happens(Event event, Family family) {
        var child = family.children.getFirst();
        return switch (event) {
            case ENTRY -> entry();
            case SIBLING -> sibling(family);
            case DEPARTURE -> departure(family, child);
            case OTHER_CLASS -> otherClass(child);
            case OTHER_SCHOOL -> otherSchool(family, child);
            case PUPIL_CORRECTED -> pupilCorrected(child);
            case GUARDIAN_CORRECTED ->
                    !family.guardians.isEmpty() && corrected(draw.one(family.guardians));
            case GUARDIAN_ADDED -> guardianAdded(family);
            case GUARDIAN_REMOVED -> guardianRemoved(family);
        };
    }

    private boolean entry() {
        var family = new Family(later, draw, place.place.commune(), java.util.Optional.empty());
        var classroom = draw.one(place.classrooms);
        var child = family.child(classroom, draw.one(classroom.levels()), day);
        delivery.add(Category.PUPIL, child.id, child::describe);
        for (var guardian : family.guardians)
            delivery.add(Category.GUARDIAN, guardian.id, guardian::describe);
        place.families.add(family);
        return true;
    }

    /** The new pupil names guardians whom the partial delivery does not describe again. */
    private boolean sibling(Family family) {
        if (family.guardians.isEmpty()) return false;
        var classroom = draw.one(place.classrooms);
        var child = family.child(later, classroom, draw.one(classroom.levels()), day);
        delivery.add(Category.PUPIL, child.id, child::describe);
        tellChildren(family);
        return true;
    }

    private void tellChildren(Family family) {
        for (var guardian : family.guardians)
            delivery.modify(
                    Category.GUARDIAN,
                    guardian.id,
                    guardian::describe,
                    "ENTPersonJointure",
                    "ENTPersRelEleveEleve");
    }

    private boolean departure(Family family, Child child) {
        delivery.delete(Category.PUPIL, child.id);
        family.children.remove(child);
        for (var guardian : family.guardians) guardian.children.remove(child);
        if (!family.children.isEmpty()) tellChildren(family);
        else for (var guardian : family.guardians) delivery.delete(Category.GUARDIAN, guardian.id);
        return true;
    }

    private boolean otherClass(Child child) {
        var other = place.classFor(child.level, child.classroom);
        other.ifPresent(to -> moves(child, to));
        return other.isPresent();
    }

    private void moves(Child child, Classroom to) {
        child.move(to, day);
        delivery.modify(Category.PUPIL, child.id, child::describe);
    }

    /** To the neighbouring place, with the family's new address. */
    private boolean otherSchool(Family family, Child child) {
        var other = neighbour.classFor(child.level, child.classroom);
        if (other.isEmpty() || family.children.size() > 1) return false;
        moves(child, other.get());
        var home = Home.drawn(draw, neighbour.place.commune());
        for (var guardian : family.guardians) {
            guardian.move(home);
            delivery.modify(Category.GUARDIAN, guardian.id, guardian::describe);
        }
        return true;
    }

    private boolean pupilCorrected(Child child) {
        if (child.group != null && draw.chance(50)) {
            child.group = null;
            partly(child, "ENTPersonGroupes");
        } else if (draw.chance(70)) {
            child.canteen = draw.chance(10) ? "" : child.canteen.equals("O") ? "N" : "O";
            partly(child, "ENTEleveRestaurantScolaire");
        } else {
            child.morning = child.morning.equals("O") ? "N" : "O";
            partly(child, "ENTEleveGarderieMatin");
        }
        return true;
    }

    private void partly(Child child, String attribute) {
        delivery.modify(Category.PUPIL, child.id, child::describe, "ENTPersonJointure", attribute);
    }

    private boolean corrected(Guardian guardian) {
        if (draw.chance(60)) {
            guardian.mail = guardian.mail.isEmpty() ? guardian.mail() : "";
            partly(guardian, "ENTPersonMail");
        } else {
            guardian.mobile = draw.chance(15) ? "" : Phones.mobile(draw.below(10_000));
            partly(guardian, "ENTPersRelEleveTelMobile");
        }
        return true;
    }

    private void partly(Guardian guardian, String attribute) {
        delivery.modify(
                Category.GUARDIAN, guardian.id, guardian::describe, "ENTPersonJointure", attribute);
    }

    private boolean guardianAdded(Family family) {
        var home = Home.drawn(draw, place.place.commune());
        var identity = Identity.woman(draw, draw.one(Names.LAST));
        var guardian = new Guardian(later, draw, identity, home);
        for (var child : family.children) child.answeredBy(guardian, "90");
        delivery.add(Category.GUARDIAN, guardian.id, guardian::describe);
        tellGuardians(family);
        family.guardians.add(guardian);
        return true;
    }

    private boolean guardianRemoved(Family family) {
        if (family.guardians.size() < 2) return false;
        var guardian = family.guardians.removeLast();
        for (var child : family.children) child.links.removeIf(link -> link.guardian() == guardian);
        delivery.delete(Category.GUARDIAN, guardian.id);
        tellGuardians(family);
        return true;
    }

    private void tellGuardians(Family family) {
        for (var child : family.children) partly(child, "ENTEleveAutoriteParentale");
    }

    private void staff(boolean first) {
        for (var i = 0; i < place.staff.size(); i++) {
            if (first && i == 0 || draw.chance(0.3)) arrival();
            else if (first && i == 1 || draw.chance(0.3)) corrected(place.staff.get(i));
        }
    }

    private void arrival() {
        var agent = new Agent(later, draw).teaches(draw.one(place.place.schools()), Agent.NONE);
        delivery.add(Category.STAFF, agent.id, agent::describe);
    }

    private void corrected(Agent agent) {
        agent.mail = agent.identity.mail(later.academy.domain(), draw.below(1000));
        delivery.modify(Category.STAFF, agent.id, agent::describe, "ENTPersonMail");
    }
}
