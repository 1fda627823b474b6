package fr.preau.web;

/** Does not exist, or not for this actor: one and the same answer. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super(null, null, false, false);
    }
}
