package fr.preau.generator;

import java.nio.file.Path;
import java.time.LocalDate;

/** What to write: how large, from which seed, where, for which day, and what follows it. */
record Wanted(int schools, long seed, Path folder, LocalDate day, int partials, boolean faults) {}
