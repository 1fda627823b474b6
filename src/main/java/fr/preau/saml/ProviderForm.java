package fr.preau.saml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A provider's metadata as somebody pastes it, for which door, and what is allowed beside it. */
record ProviderForm(
        @Nullable String door,
        @Nullable String metadata,
        @Nullable String hosts,
        @Nullable String contexts,
        @Nullable String tells,
        @Nullable String step) {
    static final ProviderForm EMPTY = new ProviderForm("", "", "", "", null, "");

    String slug() {
        return Objects.requireNonNullElse(door, "");
    }

    String file() {
        return Objects.requireNonNullElse(metadata, "");
    }

    boolean tellsSignOut() {
        return "true".equals(tells);
    }

    boolean keeps() {
        return "keep".equals(step);
    }

    List<String> returnHosts() {
        return lines(hosts).stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    List<String> strongContexts() {
        return lines(contexts);
    }

    private static List<String> lines(@Nullable String text) {
        return Arrays.stream(Objects.requireNonNullElse(text, "").split("\\s+"))
                .filter(line -> !line.isBlank())
                .distinct()
                .toList();
    }
}
