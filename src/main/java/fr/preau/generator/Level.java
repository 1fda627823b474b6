package fr.preau.generator;

import java.util.List;

/** A level of the primary school, with its MEFSTAT4, its age and its cycle. */
enum Level {
    PS("1111", 3, "1$CYCLE I"),
    MS("1112", 4, "1$CYCLE I"),
    GS("1113", 5, "1$CYCLE I"),
    CP("1121", 6, "2$CYCLE II"),
    CE1("1122", 7, "2$CYCLE II"),
    CE2("1123", 8, "2$CYCLE II"),
    CM1("1124", 9, "3$CYCLE III"),
    CM2("1125", 10, "3$CYCLE III");

    static final List<Level> ALL = List.of(values());
    static final List<Level> NURSERY = List.of(PS, MS, GS);
    static final List<Level> ELEMENTARY = List.of(CP, CE1, CE2, CM1, CM2);

    final String value;
    final int age;
    final String cycle;

    Level(String code, int age, String cycle) {
        this.value = code + "$" + name();
        this.age = age;
        this.cycle = cycle;
    }
}
