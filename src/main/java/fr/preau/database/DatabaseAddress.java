package fr.preau.database;

/**
 * Where PostgreSQL is, with the two credentials: the owner migrates, the application works behind
 * the walls.
 */
record DatabaseAddress(
        String url,
        String owner,
        String ownerPassword,
        String application,
        String applicationPassword) {}
