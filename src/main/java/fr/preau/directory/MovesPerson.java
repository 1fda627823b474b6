package fr.preau.directory;

/**
 * A feature that keeps something about persons: when two rows turn out to be one human being, it
 * moves what it keeps. Called in the transaction of the merge, inside the directory's wall; nothing
 * may be lost, and nothing may still name the absorbed person afterwards.
 */
public interface MovesPerson {
    void move(long kept, long absorbed);
}
