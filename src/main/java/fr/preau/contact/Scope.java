package fr.preau.contact;

/** What two people have in common, and by which one may reach the other. */
public enum Scope {
    SAME_CLASS,
    SAME_SCHOOL,
    OWN_CHILDREN,
    OWN_GUARDIANS,
    /** A school and what stands above it: its town, its supervision. */
    PERIMETER
}
