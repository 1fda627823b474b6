package fr.preau.proconnect;

import static fr.preau.web.Wording.t;

import fr.preau.access.Qr;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom the town hall has invited; the link of the one just invited, shown once. */
public record InvitationListPage(
        List<Town> towns,
        InvitationForm form,
        @Nullable Fresh fresh,
        Instant now,
        Problems problems)
        implements Page {
    /** A commune of this referent; {@code open}: its convention holds today. */
    public record Town(long id, String name, boolean open, List<Person> agents, List<Row> rows) {}

    /** Somebody of the town hall who is known already. */
    public record Person(String id, String name) {}

    /** An invitation, in words. */
    public record Row(
            long id,
            String email,
            String name,
            Instant until,
            @Nullable Instant usedAt,
            @Nullable Instant withdrawnAt) {
        public boolean isOver(Instant now) {
            return usedAt == null && !now.isBefore(until);
        }
    }

    /** What the invited agent needs, and nobody keeps. */
    public record Fresh(String email, String link, Qr.Drawing qr, Instant until) {}

    @Override
    public String title() {
        return t("proconnect.invitations.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
