package fr.preau.database;

/** A named role of the database, each with policies of its own (see the migrations). */
public enum Wall {
    /** Imports and directory operations. */
    DIRECTORY("preau_directory"),
    /** Sign-in, sessions, cards: what happens before anybody acts. */
    DOOR("preau_door"),
    /** Listeners and scheduled work. */
    JOB("preau_job");

    final String role;

    Wall(String role) {
        this.role = role;
    }
}
