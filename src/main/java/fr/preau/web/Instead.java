package fr.preau.web;

/** Ends what is under way, nothing of it done, and shows this. */
public final class Instead extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient View view;

    public Instead(View view) {
        super(view.getClass().getSimpleName(), null, false, false);
        this.view = view;
    }

    View view() {
        return view;
    }
}
