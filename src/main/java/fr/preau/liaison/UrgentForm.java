package fr.preau.liaison;

import fr.preau.web.Typed;
import java.util.List;
import java.util.Map;

/**
 * Whether a note waits neither for the end of quiet hours nor for the evening, and why; as the
 * browser sent it.
 */
public record UrgentForm(String urgent, String reason) {
    public UrgentForm {
        urgent = Typed.clean(urgent);
        reason = Typed.clean(reason).strip();
    }

    static final UrgentForm NO = new UrgentForm("", "");

    static UrgentForm of(Map<String, List<String>> typed) {
        return new UrgentForm(
                String.join("", typed.getOrDefault("urgent", List.of())),
                String.join("", typed.getOrDefault("reason", List.of())));
    }

    public boolean asked() {
        return !urgent.isEmpty();
    }
}
