package fr.preau.contact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The place of somebody in a list of people, as the address of what follows carries it. */
record Cursor(@Nullable String words, @Nullable Long id) {
    static final Cursor START = new Cursor(null, null);

    static Cursor at(PeoplePage.Person person) {
        return new Cursor(person.words(), person.personId());
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + words).getBytes(StandardCharsets.UTF_8));
    }

    /** An address that makes no sense shows the first page. */
    static Cursor parse(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (!plain.matches("\\d{1,18} [a-z0-9 ]{0,300}")) return START;
            var space = plain.indexOf(' ');
            return new Cursor(plain.substring(space), Long.parseLong(plain.substring(0, space)));
        } catch (IllegalArgumentException e) {
            return START;
        }
    }
}
