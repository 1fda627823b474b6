package fr.preau.generator;

import java.util.List;

/** A village, a town or a group of villages: the schools that the same families go to. */
record Place(int rank, Commune commune, List<School> schools) {}
