package fr.preau.feed;

/**
 * What else must hold once a delivery is in the directory; runs in the same transaction, inside the
 * directory's wall.
 */
public interface AfterMerge {
    void merged(String academy);
}
