package fr.preau.perimeter;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What is entrusted, to whom, until when; as it was typed. */
public record DelegationForm(String scope, String person, String until) {
    public DelegationForm {
        scope = scope == null ? "" : scope.strip();
        person = person == null ? "" : person.strip();
        until = until == null ? "" : until.strip();
    }

    long personId() {
        return person.matches("\\d{1,18}") ? Long.parseLong(person) : 0;
    }

    @Nullable LocalDate lastDay() {
        try {
            return LocalDate.parse(until);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
