package fr.preau.messages;

import static fr.preau.web.Wording.count;

import fr.preau.storage.StoredFile;
import fr.preau.web.Actor;
import fr.preau.web.Fact;
import fr.preau.web.Profile;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sending: the message, a row for each who receives it, the fact and the end of the draft, all or
 * nothing.
 */
@Component
class SendMessage {
    private final Messages messages;
    private final Addressees addressees;
    private final MessageDrafts drafts;
    private final Attachments attachments;
    private final ChildRules childRules;
    private final Opening opening;
    private final Watch watch;
    private final JdbcClient db;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SendMessage(
            Messages messages,
            Addressees addressees,
            MessageDrafts drafts,
            Attachments attachments,
            ChildRules childRules,
            Opening opening,
            Watch watch,
            JdbcClient db,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.messages = messages;
        this.addressees = addressees;
        this.drafts = drafts;
        this.attachments = attachments;
        this.childRules = childRules;
        this.opening = opening;
        this.watch = watch;
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    /** What became of it; {@code leavesAt} when it does not leave at once. */
    record Sent(long message, Message.State state, @Nullable Instant leavesAt) {}

    /** When what is written now would leave, in the last of the author's schools; null: at once. */
    @Nullable Instant heldUntil(Actor author) {
        return opening.last(
                author.structures(),
                clock.instant(),
                author.profile() == Profile.PUPIL
                        ? childRules.ownClass(author).orElse(null)
                        : null);
    }

    /** The form and the choices have passed the policy. */
    Sent send(Actor author, MessageForm form, Reached reached, List<StoredFile> files) {
        var chosen = reached.choices();
        var sent =
                write(
                        author,
                        new Outgoing(
                                schoolOf(author, chosen),
                                form.subject(),
                                form.text(),
                                replies(author, form),
                                isDiscreet(author, form) ? "" : audience(chosen),
                                planned(author, form),
                                null,
                                form.tokens(),
                                reached,
                                files));
        drafts.discard(author.account(), form.draft());
        return sent;
    }

    /** Families and children send at once, whatever their form says. */
    private static @Nullable Instant planned(Actor author, MessageForm form) {
        return MessagePolicy.isStaff(author) ? form.plannedAt().orElse(null) : null;
    }

    private static boolean isDiscreet(Actor author, MessageForm form) {
        return MessagePolicy.isStaff(author) && form.isDiscreet();
    }

    /** Answers to everybody would say who everybody is. */
    private static Replies replies(Actor author, MessageForm form) {
        if (!MessagePolicy.isStaff(author)) return Replies.AUTHOR;
        var wanted = form.repliesOr(Replies.AUTHOR);
        return wanted == Replies.ALL && form.isDiscreet() ? Replies.AUTHOR : wanted;
    }

    /** An answer, in the conversation of the message; its recipients may be reached. */
    Sent reply(
            Actor author,
            Message to,
            String text,
            Collection<Token> tokens,
            List<StoredFile> files) {
        var sent =
                write(
                        author,
                        new Outgoing(
                                to.school(),
                                to.subject(),
                                text,
                                tokens.size() > 1 ? Replies.ALL : Replies.AUTHOR,
                                tokens.size() > 1
                                        ? count("messages.audience.people", tokens.size())
                                        : "",
                                null,
                                to.conversation(),
                                tokens,
                                addressees.reached(author, tokens),
                                files));
        drafts.discard(author.account(), "reply-" + to.id());
        return sent;
    }

    /** What is about to be written: {@code planned} and {@code conversation} when there is one. */
    private record Outgoing(
            long school,
            String subject,
            String text,
            Replies replies,
            String audience,
            @Nullable Instant planned,
            @Nullable Long conversation,
            Collection<Token> tokens,
            Reached reached,
            List<StoredFile> files) {
        /** Those below somebody who is above schools: written to by and by. */
        boolean isToThousands() {
            return tokens.stream().anyMatch(token -> token.kind() == Token.Kind.NODE);
        }
    }

    private Sent write(Actor author, Outgoing letter) {
        var now = clock.instant();
        var school = letter.school();
        var rule =
                author.profile() == Profile.PUPIL
                        ? childRules.of(author, letter.tokens())
                        : ChildRules.Ruling.FREE;
        // Nobody's phone rings at night because somebody else writes then: it leaves in the
        // morning.
        var deliverAt =
                opening.at(school, letter.planned() == null ? now : letter.planned(), rule.hours());
        var weight = letter.reached().weight(letter.tokens());
        var look = watch.over(new Watch.Leaving(author, school, letter.text(), weight));
        var many = letter.isToThousands();
        var state = state(look.reason().isPresent(), many, rule.reviewClass() != null);
        var message =
                messages.write(
                        author,
                        school,
                        new Messages.Draft(
                                letter.subject(),
                                letter.text(),
                                letter.replies(),
                                letter.audience(),
                                state,
                                deliverAt,
                                letter.conversation(),
                                rule.reviewClass(),
                                many ? 0 : letter.reached().people(),
                                letter.files().size()),
                        many ? List.of() : letter.reached().members(),
                        state == Message.State.SENT ? deliverAt : null);
        attachments.attach(author, school, message, letter.files());
        if (many) accept(author, school, message, letter.tokens());
        look.noted(message);
        if (state != Message.State.WAITING)
            facts.publishEvent(fact(state, school, message, author));
        return new Sent(message, state, deliverAt.isAfter(now) ? deliverAt : null);
    }

    private static Message.State state(boolean waits, boolean many, boolean reviewed) {
        if (waits) return Message.State.WAITING;
        if (many) return Message.State.SENDING;
        return reviewed ? Message.State.HELD : Message.State.SENT;
    }

    /** What this state means for those who listen; {@code by} has brought it there. */
    static Fact fact(Message.State state, long school, long message, Actor by) {
        return switch (state) {
            case SENDING -> new MessageAccepted(school, message, by.account(), by.person());
            case HELD -> new MessageHeld(school, message, by.account(), by.person());
            default -> new MessageSent(school, message, by.account(), by.person());
        };
    }

    private void accept(Actor author, long school, long message, Collection<Token> tokens) {
        var reach = author.reach();
        db.sql(
                        """
                        insert into message_sending (school_id, message_id, account_id, persons, nodes, profile, tokens)
                        values (:school, :message, :account, :persons, :nodes, :profile, :tokens)
                        """)
                .param("school", school)
                .param("message", message)
                .param("account", author.account())
                .param("persons", reach.persons().toArray(Long[]::new))
                .param("nodes", author.structures().toArray(Long[]::new))
                .param("profile", author.profile().name())
                .param("tokens", tokens.stream().map(Token::toString).toArray(String[]::new))
                .update();
    }

    private static long schoolOf(Actor author, List<Chosen> chosen) {
        return chosen.stream()
                .filter(one -> one.school() != null && author.structures().contains(one.school()))
                .map(Chosen::school)
                .findFirst()
                .orElseGet(author::place);
    }

    /** Circles and colleagues by their names; families and children among several as a number. */
    static String audience(List<Chosen> chosen) {
        if (chosen.size() == 1 && chosen.getFirst().people() == 1) return "";
        var parts = new ArrayList<String>();
        var others = 0;
        for (var one : chosen) {
            if (one.isNamedToAll()) parts.add(one.named());
            else others += one.people();
        }
        if (others > 0) parts.add(count("messages.audience.people", others));
        return String.join(", ", parts);
    }
}
