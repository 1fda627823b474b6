package fr.preau.web;

import java.util.Map;
import java.util.Optional;

/**
 * A feature that keeps what was typed when a form arrives after its session has ended; it is shown
 * again after sign-in.
 */
public interface KeepsForms {
    /**
     * Called behind {@code Wall.DOOR}. Returns the address where its owner finds the form again;
     * empty when it is not one of the feature's, or could not be kept.
     */
    Optional<String> keep(long account, String path, Map<String, String[]> form);
}
