package fr.preau.agreements;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Which conventions are shown: of a school year, at a stage, by name; a page after another. */
public record AgreementFilter(
        @Nullable Integer year, @Nullable Stage stage, @Nullable String q, @Nullable String after) {
    public AgreementFilter {
        q = q == null ? "" : q.strip();
        after = after == null ? "" : after;
    }

    public AgreementFilter in(int year) {
        return new AgreementFilter(year, stage, q, "");
    }

    public AgreementFilter at(@Nullable Stage other) {
        return new AgreementFilter(year, other, q, "");
    }

    AgreementFilter from(String cursor) {
        return new AgreementFilter(year, stage, q, cursor);
    }

    /** Its address. */
    public String path() {
        return "/agreements?year="
                + year
                + (stage == null ? "" : "&stage=" + stage)
                + (q.isEmpty() ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                + (after.isEmpty()
                        ? ""
                        : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
    }
}
