package fr.preau.web;

/**
 * A record shown by the template of the same name: {@code liaison.NotePage} is shown by {@code
 * liaison/note.jte}.
 */
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

    /** {@code wide}, {@code narrow} or the usual width. */
    default String width() {
        return "";
    }

    /** What the page says aloud to a child who cannot read; empty for the others. */
    default String say() {
        return "";
    }

    /** The carried recording of {@link #say}, when there is one. */
    default String sound() {
        return "";
    }

    /** The ambience of a page shown before anybody is known, e.g. behind a pupil's card. */
    default @org.jspecify.annotations.Nullable Ambience ambience() {
        return null;
    }

    /** {@code light} or {@code dark} whatever the visitor chose; null leaves the choice to them. */
    default @org.jspecify.annotations.Nullable String theme() {
        return null;
    }

    /** Whether the page asks for the microphone; nowhere else may anything listen. */
    default boolean records() {
        return false;
    }

    /** A page without rail, bar and bell: sign-in, charter, print. */
    default boolean bare() {
        return false;
    }
}
