package fr.preau.messages;

import fr.preau.contact.Side;

/** Somebody or a family found: how many people that is, and {@code line} says who. */
public record Found(String token, String name, String line, Side side, int people) {}
