package fr.preau.proconnect;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whom a referent invites, as typed; {@code person}: somebody known already, or nothing. */
public record InvitationForm(@Nullable Long town, @Nullable String email, @Nullable String person) {
    static final InvitationForm EMPTY = new InvitationForm(null, "", "");

    public InvitationForm {
        email = Objects.requireNonNullElse(email, "").strip();
        person = Objects.requireNonNullElse(person, "").strip();
    }

    /** The address in small letters: letters' case means nothing to those who write to it. */
    String address() {
        return String.valueOf(email).toLowerCase(Locale.ROOT);
    }

    /** The agent meant; null for a new colleague. */
    @Nullable Long agent() {
        return String.valueOf(person).matches("\\d{1,18}") ? Long.valueOf(person) : null;
    }

    Problems problems(List<Invitations.Agent> agents) {
        var problems = new Problems();
        if (!address().matches("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,180}\\.[^\\s@,;<>\"]{2,20}"))
            problems.add("email", t("proconnect.invitations.bad-email"));
        if (!String.valueOf(person).isEmpty()
                && agents.stream().noneMatch(one -> Long.valueOf(one.id()).equals(agent())))
            problems.add("person", t("proconnect.invitations.bad-person"));
        return problems;
    }
}
