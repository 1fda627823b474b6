package fr.preau.messages;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Profile.TOWN;
import static fr.preau.web.Wording.t;

import fr.preau.contact.Contacts;
import fr.preau.links.Links;
import fr.preau.messages.MessagePolicy.Replying;
import fr.preau.storage.StoredFile;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.FormDrafts;
import fr.preau.web.Live;
import fr.preau.web.LivePage;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.Typed;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A message in its conversation: read, answered, taken back, followed. */
@Controller
class MessageController {
    private final Messages messages;
    private final Contacts contacts;
    private final Tracking tracking;
    private final MessageDrafts drafts;
    private final Stops stops;
    private final Beginnings beginnings;
    private final Attachments attachments;
    private final Links links;
    private final SendMessage sendMessage;
    private final Recalls recalls;
    private final Live live;
    private final Clock clock;

    MessageController(
            Messages messages,
            Contacts contacts,
            Tracking tracking,
            MessageDrafts drafts,
            Stops stops,
            Beginnings beginnings,
            Attachments attachments,
            Links links,
            SendMessage sendMessage,
            Recalls recalls,
            Live live,
            Clock clock) {
        this.messages = messages;
        this.contacts = contacts;
        this.tracking = tracking;
        this.drafts = drafts;
        this.stops = stops;
        this.beginnings = beginnings;
        this.attachments = attachments;
        this.links = links;
        this.sendMessage = sendMessage;
        this.recalls = recalls;
        this.live = live;
        this.clock = clock;
    }

    @GetMapping("/messages/{letter}")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View show(Actor actor, @PathVariable long letter) {
        return page(actor, messageFor(actor, letter), null, null, new Problems());
    }

    @GetMapping("/messages/{letter}/live")
    @For({TEACHER, TOWN, SUPERVISION})
    LivePage follow(Actor actor, @PathVariable long letter) {
        var message = messageFor(actor, letter);
        if (!message.isFrom(actor)) throw new NotFound();
        return live.listen(actor, message.topic());
    }

    @GetMapping("/messages/{letter}/print")
    @For({GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View print(Actor actor, @PathVariable long letter) {
        var message = messageFor(actor, letter);
        var conversation = messages.conversation(actor, message.conversation());
        return new MessagePrintPage(
                message.subject(),
                conversation,
                attachments.of(actor, conversation),
                links.trusted());
    }

    /**
     * To the author alone, or to everybody when the author has opened it and {@code all} says so.
     */
    @PostMapping("/messages/{letter}/reply")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View reply(
            Actor actor,
            @PathVariable long letter,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable List<String> file,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        var message = messageFor(actor, letter);
        if (message.isFrom(actor)) throw new NotFound();
        var words = Typed.clean(text);
        var problems = new Problems();
        var verdict = mayReply(actor, message);
        if (verdict != Replying.ALLOWED)
            problems.add("text", t("messages.problem.reply." + verdict));
        if (stops.stopping(actor).filter(stop -> !stop.drill()).isPresent())
            problems.add("text", t(ComposeController.stoppedFor(actor)));
        MessageForm.checkText(problems, words);
        links.check(problems, words);
        var carried = carried(actor, file, files, problems);
        if (problems.any()) return page(actor, message, words, carried, problems);
        var tokens = new ArrayList<Token>();
        tokens.add(Token.person(message.authorId()));
        if (all && MessagePolicy.mayReplyToAll(actor, message))
            contacts.mayReach(actor, tracking.others(message)).stream()
                    .filter(person -> person != message.authorId())
                    .map(Token::person)
                    .forEach(tokens::add);
        var sent = sendMessage.reply(actor, message, words, tokens, carried);
        return Redirect.to("/messages/" + sent.message() + "#message-" + sent.message())
                .saying(ComposeController.said(actor, false, sent), sent.leavesAt());
    }

    /** Keeps the files, and with them the answer as it is written so far. */
    @PostMapping("/messages/{letter}/reply/files")
    @For({GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View bring(
            Actor actor,
            @PathVariable long letter,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<String> file,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request) {
        var message = messageFor(actor, letter);
        var problems = new Problems();
        var carried = carried(actor, file, files, problems);
        if (!drafts.save(actor.account(), "reply-" + letter, request.getParameterMap(), carried))
            problems.add("files", t("messages.problem.draft"));
        return problems.any()
                ? page(actor, message, Typed.clean(text), carried, problems)
                : Redirect.to("/messages/" + letter);
    }

    private List<StoredFile> carried(
            Actor actor,
            @Nullable List<String> called,
            @Nullable List<MultipartFile> added,
            Problems problems) {
        if (!MessagePolicy.mayAttach(actor)) return List.of();
        var already = attachments.brought(actor, called == null ? List.of() : called);
        return attachments.keep(actor, already, added, problems);
    }

    @PostMapping("/messages/{letter}/recall")
    @For({TEACHER, TOWN, SUPERVISION})
    View recall(Actor actor, @PathVariable long letter) {
        var message = messageFor(actor, letter);
        var verdict = MessagePolicy.mayRecall(actor, message, clock.instant());
        if (verdict == MessagePolicy.Recalling.NOT_YOURS) throw new NotFound();
        if (verdict == MessagePolicy.Recalling.TOO_LATE)
            return page(
                    actor,
                    message,
                    null,
                    null,
                    new Problems().add("recall", t("messages.problem.recall.TOO_LATE")));
        if (verdict != MessagePolicy.Recalling.ALLOWED) return Redirect.to("/messages/" + letter);
        if (!message.hasLeft(clock.instant())) return unsend(actor, message);
        recalls.recall(actor, message);
        return Redirect.to("/messages/" + letter).saying("messages.recalled.flash");
    }

    /** Nobody had it: its words are a draft again. */
    private View unsend(Actor actor, Message message) {
        var again = beginnings.again(actor, message);
        var kept = drafts.save(actor.account(), again.draft(), again.fields());
        recalls.recall(actor, message);
        return Redirect.to(
                        kept
                                ? MessageDrafts.placeOf(again.draft())
                                : "/messages/new?again=" + message.id())
                .saying("messages.unsent.flash");
    }

    @PostMapping("/messages/{letter}/reminder")
    @For({TEACHER, TOWN, SUPERVISION})
    View remind(Actor actor, @PathVariable long letter) {
        var message = messageFor(actor, letter);
        var followed = tracking.of(message);
        var verdict =
                MessagePolicy.mayRemind(
                        actor, message, followed.waiting(), followed.remindedAt(), clock.instant());
        if (verdict == MessagePolicy.Reminding.NOT_YOURS) throw new NotFound();
        if (verdict != MessagePolicy.Reminding.ALLOWED)
            return page(
                    actor,
                    message,
                    null,
                    null,
                    new Problems().add("reminder", t("messages.problem.reminder." + verdict)));
        tracking.remind(actor, message);
        return Redirect.to("/messages/" + letter).saying("messages.reminded");
    }

    private MessagePage page(
            Actor actor,
            Message message,
            @Nullable String typed,
            @Nullable List<StoredFile> carried,
            Problems problems) {
        var conversation = messages.conversation(actor, message.conversation());
        var unread = conversation.stream().filter(Message::unread).map(Message::id).toList();
        if (messages.read(actor, unread) > 0)
            conversation.stream()
                    .filter(Message::unread)
                    .map(Message::topic)
                    .forEach(live::changed);
        var last =
                conversation.stream()
                        .filter(one -> !one.isFrom(actor))
                        .reduce((first, second) -> second)
                        .orElse(null);
        var draft =
                last == null || typed != null
                        ? null
                        : drafts.of(actor.account(), "reply-" + last.id())
                                .map(FormDrafts.Draft::fields)
                                .orElse(null);
        var replying = last == null ? null : mayReply(actor, last);
        return new MessagePage(
                actor.profile(),
                actor.person(),
                message,
                conversation,
                last,
                replying,
                last != null && MessagePolicy.mayReplyToAll(actor, last) && last.recipients() > 1,
                typed != null
                        ? typed
                        : draft == null ? "" : draft.getOrDefault("text", List.of("")).getFirst(),
                draft != null,
                attachments.of(actor, conversation),
                carried != null
                        ? carried
                        : draft == null
                                ? List.of()
                                : attachments.brought(actor, draft.getOrDefault("file", List.of())),
                MessagePolicy.isFollowed(actor, message, clock.instant())
                        ? tracking.of(message)
                        : null,
                MessagePolicy.mayRecall(actor, message, clock.instant())
                        == MessagePolicy.Recalling.ALLOWED,
                replying == Replying.ALLOWED ? sendMessage.heldUntil(actor) : null,
                clock.instant(),
                links.trusted(),
                problems);
    }

    private Replying mayReply(Actor actor, Message message) {
        return MessagePolicy.mayReply(
                message, contacts.verdict(actor, message.authorId()).isAllowed());
    }

    private Message messageFor(Actor actor, long letter) {
        return messages.visibleTo(actor, letter).orElseThrow(NotFound::new);
    }
}
