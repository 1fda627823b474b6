package fr.preau.generator;

import java.util.List;

/** A school before anybody enters it: its record, its levels and how many classes it has. */
record School(Structure structure, List<Level> levels, int classes, int smallest, int largest) {
    int id() {
        return structure.id();
    }
}
