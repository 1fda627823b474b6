package fr.preau.messages;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Profile.TOWN;
import static fr.preau.web.Wording.t;

import fr.preau.storage.StoredFile;
import fr.preau.links.Links;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.FormDrafts;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Writing a message: whom, what, when. */
@Controller
class ComposeController {
    private static final List<String> FIELDS = List.of("to", "subject", "text", "files", "at");

    private final Addressees addressees;
    private final Finding finding;
    private final Beginnings beginnings;
    private final MessageDrafts drafts;
    private final Stops stops;
    private final Attachments attachments;
    private final Links links;
    private final SendMessage sendMessage;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ComposeController(
            Addressees addressees,
            Finding finding,
            Beginnings beginnings,
            MessageDrafts drafts,
            Stops stops,
            Attachments attachments,
            Links links,
            SendMessage sendMessage,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.addressees = addressees;
        this.finding = finding;
        this.beginnings = beginnings;
        this.drafts = drafts;
        this.stops = stops;
        this.attachments = attachments;
        this.links = links;
        this.sendMessage = sendMessage;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param draft one that was begun
     * @param forward a message to pass on
     * @param again a message of one's own to write once more
     * @param to somebody or a circle to begin with
     */
    @GetMapping("/messages/new")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View compose(
            Actor actor,
            @RequestParam(defaultValue = "") String draft,
            @RequestParam(required = false) @Nullable Long forward,
            @RequestParam(required = false) @Nullable Long again,
            @RequestParam(required = false) @Nullable List<String> to) {
        var kept =
                MessageDrafts.isKey(draft) && draft.startsWith("new-")
                        ? drafts.of(actor.account(), draft)
                        : Optional.<FormDrafts.Draft>empty();
        var begun =
                kept.isPresent()
                        ? new Beginnings.Beginning(MessageForm.of(draft, kept.get().fields()), null)
                        : beginnings.of(actor, forward, again, to == null ? List.of() : to);
        return new ComposePage(
                actor.profile(),
                begun.form(),
                addressees.offeredTo(actor, begun.form().tokens()),
                List.of(),
                attachments.brought(actor, begun.form().file()),
                new Problems(),
                stops.stopping(actor).orElse(null),
                kept.map(FormDrafts.Draft::savedAt).orElse(null),
                begun.earlier(),
                sendMessage.heldUntil(actor),
                clock.instant());
    }

    /** Proposes, by name, only whom the actor may reach. */
    @GetMapping("/messages/recipients")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View look(Actor actor, @RequestParam(defaultValue = "") String q) {
        return new RecipientsPage(q.strip(), finding.find(actor, q));
    }

    @PostMapping("/messages")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View send(
            Actor actor,
            MessageForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        var filing = new Problems();
        var carried = carried(actor, form, files, filing);
        if (Boolean.TRUE.equals(form.look()))
            return page(actor, form, filing, finding.find(actor, form.q()), carried);
        var reached = addressees.reached(actor, form.tokens());
        var problems = form.check(clock.instant());
        var verdict =
                MessagePolicy.maySend(
                        form.isForged(),
                        form.to(),
                        reached.choices().stream().map(Chosen::token).toList());
        if (verdict != MessagePolicy.Sending.ALLOWED)
            problems.add("to", t("messages.problem.to." + verdict));
        if (verdict == MessagePolicy.Sending.OUT_OF_REACH && !wasOffered(actor, form, reached))
            facts.publishEvent(
                    new RecipientForged(
                            actor.place(), UUID.randomUUID(), actor.account(), actor.person()));
        var stop = stops.stopping(actor).orElse(null);
        if (stop != null && !stop.drill()) problems.add("to", t(stoppedFor(actor)));
        filing.all().forEach(problems::add);
        links.check(problems, form.subject() + "\n" + form.text());
        if (problems.any()) return page(actor, form, problems.inOrder(FIELDS), List.of(), carried);
        var sent = sendMessage.send(actor, form, reached, carried);
        return Redirect.to("/messages/" + sent.message())
                .saying(
                        said(actor, MessagePolicy.isStaff(actor) && !form.at().isEmpty(), sent),
                        sent.leavesAt());
    }

    /**
     * A draft of yesterday names whom its author could write to then: nobody has forged anything.
     */
    private boolean wasOffered(Actor actor, MessageForm form, Reached reached) {
        if (form.isForged() || !MessageDrafts.isKey(form.draft())) return false;
        var now = reached.choices().stream().map(Chosen::token).toList();
        return drafts.of(actor.account(), form.draft())
                .map(draft -> draft.fields().getOrDefault("to", List.of()))
                .filter(before ->
                        form.to().stream()
                                .allMatch(one -> now.contains(one) || before.contains(one)))
                .isPresent();
    }

    /** Keeps the files, and with them the message as it is written so far. */
    @PostMapping("/messages/files")
    @For({GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View bring(
            Actor actor,
            MessageForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request) {
        var problems = new Problems();
        var carried = carried(actor, form, files, problems);
        var key = form.draft().startsWith("new-") ? form.draft() : MessageDrafts.makeKey();
        if (!MessageDrafts.isKey(key)) throw new NotFound();
        if (!drafts.save(actor.account(), key, request.getParameterMap(), carried))
            problems.add("files", t("messages.problem.draft"));
        return problems.any()
                ? page(actor, form, problems, List.of(), carried)
                : Redirect.to(MessageDrafts.placeOf(key));
    }

    private List<StoredFile> carried(
            Actor actor, MessageForm form, @Nullable List<MultipartFile> files, Problems problems) {
        if (!MessagePolicy.mayAttach(actor)) return List.of();
        return attachments.keep(actor, attachments.brought(actor, form.file()), files, problems);
    }

    static String said(Actor actor, boolean planned, SendMessage.Sent sent) {
        if (sent.state() == Message.State.WAITING)
            return actor.profile() == Profile.PUPIL
                    ? "messages.sent.waiting.child"
                    : "messages.sent.waiting";
        if (sent.state() == Message.State.HELD) return "messages.sent.review";
        if (sent.leavesAt() != null && actor.profile() == Profile.PUPIL)
            return "messages.sent.hours";
        if (sent.leavesAt() != null)
            return planned ? "messages.sent.planned" : "messages.sent.quiet";
        return actor.profile() == Profile.PUPIL ? "messages.sent.child" : "messages.sent";
    }

    static String stoppedFor(Actor actor) {
        return actor.profile() == Profile.PUPIL
                ? "messages.stop.stopped.child"
                : "messages.stop.stopped";
    }

    private ComposePage page(
            Actor actor,
            MessageForm form,
            Problems problems,
            List<Found> found,
            List<StoredFile> files) {
        return new ComposePage(
                actor.profile(),
                form,
                addressees.offeredTo(actor, form.tokens()),
                found,
                files,
                problems,
                stops.stopping(actor).orElse(null),
                null,
                null,
                sendMessage.heldUntil(actor),
                clock.instant());
    }
}
