package fr.preau.generator;

import java.util.List;

/** A class or a group of a school, as its pupils' values name it. */
record Classroom(int id, School school, List<Level> levels, String label) {
    String value() {
        return school.id() + "$11$ORDINAIRE$" + id + "$" + label;
    }

    String groupValue() {
        return school.id() + "$40$REGROUPEMENT$" + id + "$" + label;
    }
}
