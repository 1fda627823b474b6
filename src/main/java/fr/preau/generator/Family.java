package fr.preau.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Children and those who answer for them, in one household or two. */
final class Family {
    /** Who answers in a family, with the national codes of the link. */
    private enum Shape {
        TOGETHER(66, "10", "20"),
        APART(20, "10", "20"),
        MOTHER(9, "10"),
        FATHER(1.5, "20"),
        TWO_MOTHERS(0.6, "10", "10"),
        TWO_FATHERS(0.4, "20", "20"),
        GRANDPARENT(0.6, "10", "20", "38"),
        RELATIVE(0.4, "39"),
        FOSTER(0.5, "42"),
        TUTOR(0.4, "50"),
        STEPPARENT(0.5, "10", "90"),
        NOBODY(0.1);

        final double percent;
        final List<String> codes;

        Shape(double percent, String... codes) {
            this.percent = percent;
            this.codes = List.of(codes);
        }

        static Shape drawn(Draw draw) {
            var at = draw.below(1000) / 10.0;
            for (var shape : values()) if ((at -= shape.percent) < 0) return shape;
            return TOGETHER;
        }
    }

    private static final Set<String> STRANGERS = Set.of("38", "42", "50", "90");

    final List<Child> children = new ArrayList<>();
    final List<Guardian> guardians = new ArrayList<>();
    private final List<String> codes;
    private final Numbers numbers;
    private final Draw draw;
    private final Optional<Identity> namesake;
    private final String last;

    /** A namesake gives the first child the very names of another pupil. */
    Family(Numbers numbers, Draw draw, Commune commune, Optional<Identity> namesake) {
        this.numbers = numbers;
        this.draw = draw;
        this.namesake = namesake;
        var father = draw.one(Names.LAST);
        var shape = Shape.drawn(draw);
        // The order in which a family is typed says nothing.
        this.codes = draw.chance(30) ? shape.codes.reversed() : shape.codes;
        var home = Home.drawn(draw, commune);
        for (var i = 0; i < codes.size(); i++) {
            if (shape == Shape.APART && i == 1) home = Home.drawn(draw, commune);
            guardians.add(new Guardian(numbers, draw, identity(codes.get(i), shape, father), home));
        }
        this.last = namesake.map(Identity::lastName).orElseGet(() -> childrenName(father));
    }

    private String childrenName(String father) {
        if (!draw.chance(6)) return father;
        return father + (draw.chance(50) ? "-" : " ") + draw.one(Names.LAST);
    }

    private Identity identity(String code, Shape shape, String father) {
        var stranger = STRANGERS.contains(code) || shape == Shape.APART && code.equals("10");
        var name = stranger ? draw.one(Names.LAST) : father;
        var woman = code.equals("10") || !code.equals("20") && draw.chance(60);
        var identity = woman ? Identity.woman(draw, name) : Identity.man(draw, name);
        return draw.chance(1) ? identity.withoutCivility() : identity;
    }

    Child child(Classroom classroom, Level level, LocalDate entered) {
        return child(numbers, classroom, level, entered);
    }

    /** Of the same level as a sibling: a twin. */
    Child child(Numbers numbers, Classroom classroom, Level level, LocalDate entered) {
        var twin = children.stream().filter(one -> one.level == level).findFirst();
        var birth =
                twin.map(one -> one.birth)
                        .orElseGet(() ->
                                LocalDate.of(
                                        schoolYear(entered) - level.age,
                                        draw.between(1, 12),
                                        draw.between(1, 28)));
        var born = draw.chance(49) ? Identity.girl(draw, last) : Identity.boy(draw, last);
        var identity = children.isEmpty() ? namesake.orElse(born) : born;
        var child = new Child(numbers, draw, birth, level, identity, classroom, entered);
        for (var i = 0; i < guardians.size(); i++) child.answeredBy(guardians.get(i), code(i));
        children.add(child);
        return child;
    }

    /** Whoever came later is another relative. */
    private String code(int guardian) {
        return guardian < codes.size() ? codes.get(guardian) : "90";
    }

    private static int schoolYear(LocalDate day) {
        return day.getMonthValue() >= 8 ? day.getYear() : day.getYear() - 1;
    }
}
