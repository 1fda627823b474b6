package fr.preau.messages;

import fr.preau.contact.Side;

/** Somebody or a family found; {@code line} says who that is. */
public record Found(String token, String name, String line, Side side) {}
