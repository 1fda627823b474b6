package fr.preau.access;

import java.util.List;

/**
 * Addresses of ours that another site posts to, and that therefore carry no token of our forms. The
 * feature that declares one protects it by other means, and says there which.
 */
public interface ForeignForms {
    /** Patterns of paths, as Spring writes them; only POST is meant. */
    List<String> paths();
}
