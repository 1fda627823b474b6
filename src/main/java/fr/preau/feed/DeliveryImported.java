package fr.preau.feed;

/** A delivery has entered the directory. */
public record DeliveryImported(long run, String academy, long changes) {}
