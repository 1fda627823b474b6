package fr.preau.web;

/** A record shown by the template of the same name: {@code liaison.NotePage} is shown by {@code liaison/note.jte}. */
public non-sealed interface Page extends View {
    /** What the browser's tab and the page's chrome say; escaped. */
    String title();

    default int status() {
        return 200;
    }

    /** The service whose colour and pictogram the page wears: {@code liaison}, {@code home}… */
    default String service() {
        return "home";
    }

    /** A page without rail, bar and bell: sign-in, charter, print. */
    default boolean bare() {
        return false;
    }
}
