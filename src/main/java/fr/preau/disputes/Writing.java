package fr.preau.disputes;

import fr.preau.web.Actor;
import fr.preau.web.FormDrafts;
import fr.preau.web.FormDrafts.Draft;
import fr.preau.web.KeepsForms;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What somebody was writing when their session ended, or when they had to prove again who they are:
 * shown again in its form.
 */
@Component
class Writing implements KeepsForms {
    private static final String OPENING = "dispute-new";
    private static final Pattern STEP = Pattern.compile("/disputes/(\\d{1,18})/(steps|letters)");
    private static final Pattern MISTAKE =
            Pattern.compile("/disputes/(\\d{1,18})/steps/(\\d{1,18})/mistake");

    private final FormDrafts forms;

    Writing(FormDrafts forms) {
        this.forms = forms;
    }

    @Override
    public Optional<String> keep(long account, String path, Map<String, String[]> form) {
        if (path.equals(DisputesController.LIST) && forms.save(account, OPENING, form))
            return Optional.of(DisputesController.LIST + "/new");
        var mistake = MISTAKE.matcher(path);
        if (mistake.matches()
                && forms.save(account, mistakeKey(mistake.group(1), mistake.group(2)), form))
            return Optional.of(path);
        var step = STEP.matcher(path);
        var kind = form.getOrDefault("kind", new String[] {""})[0];
        if (!step.matches() || !kind.matches("[A-Z_]{1,20}")) return Optional.empty();
        if (!forms.save(account, key(step.group(1), kind), form)) return Optional.empty();
        return Optional.of("/disputes/" + step.group(1) + "/steps/new?kind=" + kind);
    }

    Optional<OpeningForm> opening(Actor actor) {
        return forms.of(actor.account(), OPENING)
                .map(kept ->
                        new OpeningForm(
                                number(kept.first("agreement")),
                                kept.first("day"),
                                kept.first("words")));
    }

    void opened(Actor actor) {
        forms.discard(actor.account(), OPENING);
    }

    /** As it was kept, or empty, on the day of today. */
    StepForm step(Actor actor, Folder folder, StepKind kind) {
        return forms.of(actor.account(), key("" + folder.dispute().id(), kind.name()))
                .map(kept -> kept(kept, kind))
                .orElseGet(() ->
                        new StepForm(kind.name(), folder.today().toString(), "", "", "", null));
    }

    void entered(Actor actor, Dispute dispute, StepKind kind) {
        forms.discard(actor.account(), key("" + dispute.id(), kind.name()));
    }

    /** Why a step is taken back, as it was kept; or empty. */
    String mistake(Actor actor, Step step) {
        return forms.of(actor.account(), mistakeKey(step))
                .map(kept -> kept.first("words"))
                .orElse("");
    }

    void takenBack(Actor actor, Step step) {
        forms.discard(actor.account(), mistakeKey(step));
    }

    private static StepForm kept(Draft kept, StepKind kind) {
        return new StepForm(
                kind.name(),
                kept.first("day"),
                kept.first("meets"),
                kept.first("number"),
                kept.first("words"),
                number(kept.first("offer")));
    }

    private static @org.jspecify.annotations.Nullable Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static String mistakeKey(Step step) {
        return mistakeKey("" + step.disputeId(), "" + step.id());
    }

    private static String mistakeKey(String dispute, String step) {
        return key(dispute, "back-" + step);
    }

    private static String key(String dispute, String kind) {
        return "dispute-" + dispute + "-" + kind;
    }
}
