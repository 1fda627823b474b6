package fr.preau.calendar;

/** A school whose calendar somebody reads, with the children whom a guardian has there. */
public record Place(long id, String name, String city, String children) {}
