package fr.preau.quality;

/** A school whose directory is looked at. */
public record School(long id, String name) {}
