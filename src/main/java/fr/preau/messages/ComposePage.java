package fr.preau.messages;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.storage.StoredFile;
import fr.preau.web.Dates;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message being written; {@code earlier}: another that was begun and waits; {@code heldUntil}:
 * when it would leave, outside of the hours.
 */
public record ComposePage(
        Profile profile,
        MessageForm form,
        List<Chosen> offered,
        List<Found> found,
        List<StoredFile> files,
        Problems problems,
        @Nullable Stop stop,
        @Nullable Instant draftFrom,
        BoxPage.@Nullable DraftRow earlier,
        @Nullable Instant heldUntil,
        Instant now)
        implements Page {
    @Override
    public String title() {
        return t(profile == Profile.PUPIL ? "messages.compose.child" : "messages.compose");
    }

    @Override
    public String service() {
        return "messages";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    /** Why nothing can be sent at this moment, or that a drill is under way; empty otherwise. */
    public String stopped() {
        if (stop == null) return "";
        if (stop.drill()) return t("messages.stop.drill.shown");
        return t(
                profile == Profile.PUPIL ? "messages.stop.stopped.child" : "messages.stop.stopped");
    }

    public boolean isChosen(Chosen one) {
        return form.to().contains(one.token());
    }

    /** What is chosen comes first, then the circles that are offered. */
    public List<Chosen> chosen() {
        return offered.stream().filter(this::isChosen).toList();
    }

    public List<Chosen> others() {
        return offered.stream().filter(one -> !isChosen(one)).toList();
    }

    public int total() {
        return chosen().stream().mapToInt(Chosen::people).sum();
    }

    public String submit() {
        return total() == 0 ? t("messages.compose.send") : count("messages.compose.send", total());
    }

    public String sentence() {
        return total() == 0
                ? t("messages.compose.nobody")
                : t(
                        "messages.compose.readers",
                        String.join(", ", chosen().stream().map(Chosen::title).toList()));
    }

    /** Children and parents send at once, and are answered by the one whom they wrote to. */
    public boolean hasOptions() {
        return profile != Profile.PUPIL && profile != Profile.GUARDIAN;
    }

    public boolean attaches() {
        return profile != Profile.PUPIL;
    }

    public boolean optionsOpen() {
        return !form.at().isEmpty()
                || form.isDiscreet()
                || form.repliesOr(Replies.AUTHOR) != Replies.AUTHOR;
    }

    public boolean isFor(Replies replies) {
        return form.repliesOr(Replies.AUTHOR) == replies;
    }

    /** For the field of the moment, to the minute. */
    public String earliest() {
        return LocalDateTime.ofInstant(now, Dates.SCHOOL_TIME)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
