package fr.preau.revenue;

/** A basis of liquidation: a school and what is owed for it. */
public record RevenueLine(String uai, String label, long cents) {}
