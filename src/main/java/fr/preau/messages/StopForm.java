package fr.preau.messages;

import fr.preau.web.Typed;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be stopped ({@code s12} a node, {@code c12} a class, {@code p12} a person), and why.
 */
public record StopForm(
        String target, String reason, @Nullable Boolean drill, String q, @Nullable Boolean look) {
    static final int LONGEST = 300;
    private static final Pattern SHAPE = Pattern.compile("([scp])(\\d{1,18})");

    public StopForm {
        target = Typed.clean(target);
        reason = Typed.clean(reason).replace('\n', ' ').strip();
        q = Typed.clean(q).strip();
    }

    boolean isTarget() {
        return SHAPE.matcher(target).matches();
    }

    String kind() {
        return switch (target.charAt(0)) {
            case 's' -> "NODE";
            case 'c' -> "CLASS";
            default -> "PERSON";
        };
    }

    long number() {
        return Long.parseLong(target.substring(1));
    }

    boolean isDrill() {
        return Boolean.TRUE.equals(drill);
    }
}
