package fr.preau.familynotes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A child of the asking guardian, whether the link between them signs for the child, where the
 * child is today and who would read a note: how many have the class, how many direct the school;
 * {@code reopensOn}: those who have the class do not read before that day.
 */
public record Child(
        long id,
        String firstName,
        boolean signs,
        long school,
        String schoolName,
        @Nullable String phone,
        @Nullable Long schoolClass,
        @Nullable String classLabel,
        int teachers,
        int directors,
        @Nullable LocalDate reopensOn,
        @Nullable String sentence) {
    public Child {
        phone = Telephone.said(phone);
    }

    public boolean isPaused() {
        return reopensOn != null;
    }
}
