package fr.preau.web;

import java.util.Map;

/**
 * A feature that keeps what was typed when a form arrives after its session has ended; it is shown
 * again after sign-in.
 */
public interface KeepsForms {
    /**
     * Called behind {@code Wall.DOOR}. Returns whether this form is one of the feature's and was
     * kept.
     */
    boolean keep(long account, String path, Map<String, String[]> form);
}
