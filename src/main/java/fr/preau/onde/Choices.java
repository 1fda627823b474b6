package fr.preau.onde;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the director has corrected: class or line → answer. An answer that does not fit is none. */
record Choices(Map<String, String> answers) {
    static final String FIELD = "choice-";
    private static final Pattern SLOT = Pattern.compile("[CPG]\\d{1,6}(-\\d{1,3})?");
    private static final Pattern ANSWER = Pattern.compile("new|skip|#?\\d{1,18}|P\\d{1,6}|");

    @Nullable String of(String slot) {
        return answers.get(slot);
    }

    /** These choices and those of a form; an empty answer takes a choice back. */
    Choices with(Map<String, String> form) {
        var all = new HashMap<>(answers);
        form.forEach((field, answer) -> {
            if (!field.startsWith(FIELD)) return;
            var slot = field.substring(FIELD.length());
            if (!SLOT.matcher(slot).matches() || !ANSWER.matcher(answer).matches()) return;
            if (answer.isEmpty()) all.remove(slot);
            else all.put(slot, answer);
        });
        return new Choices(Map.copyOf(all));
    }
}
