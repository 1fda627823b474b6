package fr.preau.directory;

import java.util.Collection;

/**
 * What else must be done for persons who have just been entered by hand; runs in the same
 * transaction, inside the directory's wall. What a delivery brings is done behind it.
 */
public interface Newcomers {
    void arrived(Collection<Long> persons);
}
