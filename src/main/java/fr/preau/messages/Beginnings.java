package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.storage.StoredFile;
import fr.preau.web.Actor;
import fr.preau.web.FormDrafts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a message begins: with a signature, with one that is passed on, or with one's own again. */
@Component
class Beginnings {
    /** People chosen one by one are few; more than these were a circle. */
    private static final int FEW = 12;

    private final Messages messages;
    private final Addressees addressees;
    private final Tracking tracking;
    private final Attachments attachments;
    private final JdbcClient db;

    Beginnings(
            Messages messages,
            Addressees addressees,
            Tracking tracking,
            Attachments attachments,
            JdbcClient db) {
        this.messages = messages;
        this.addressees = addressees;
        this.tracking = tracking;
        this.attachments = attachments;
        this.db = db;
    }

    /** A form to begin with, and the last message that was begun before and not sent. */
    record Beginning(MessageForm form, BoxPage.@Nullable DraftRow earlier) {}

    Beginning of(Actor actor, @Nullable Long forward, @Nullable Long again, List<String> to) {
        if (again != null) {
            var own = messages.visibleTo(actor, again).filter(m -> m.isFrom(actor));
            if (own.isPresent()) return new Beginning(again(actor, own.get()), null);
        }
        var blank = blank(actor);
        var signature = blank.signature() == null ? "" : "\n\n" + blank.signature();
        if (forward != null) {
            var passedOn = messages.visibleTo(actor, forward).filter(m -> !m.isRecalled());
            if (passedOn.isPresent())
                return new Beginning(forward(actor, passedOn.get(), signature, to), null);
        }
        return new Beginning(
                MessageForm.empty(MessageDrafts.makeKey(), signature, to), blank.earlier());
    }

    private record Blank(
            @Nullable String signature,
            @Nullable String key,
            @Nullable String form,
            @Nullable Instant savedAt) {
        BoxPage.@Nullable DraftRow earlier() {
            return key == null || form == null || savedAt == null
                    ? null
                    : MessageDrafts.row(new FormDrafts.Draft(key, form, savedAt));
        }
    }

    /** One statement: the page of a new message costs a handful. */
    private Blank blank(Actor actor) {
        return db.sql(
                        """
                        select s.words as signature, d.key, d.form, d.saved_at
                          from (select 1) one
                          left join message_signature s on s.person_id = :person
                          left join lateral (
                               select key, form, saved_at from draft
                                where account_id = :account and starts_with(key, :prefix) order by saved_at desc limit 1) d on true
                        """)
                .param("person", actor.person())
                .param("account", actor.account())
                .param("prefix", MessageDrafts.PREFIX + "new-")
                .query(Blank.class)
                .single();
    }

    private MessageForm forward(Actor actor, Message message, String signature, List<String> to) {
        var quoted =
                message.body()
                        .indent(0)
                        .lines()
                        .map(line -> "> " + line)
                        .collect(Collectors.joining("\n"));
        return new MessageForm(
                to,
                t("messages.forward.subject", message.subject()),
                signature
                        + "\n\n"
                        + t("messages.forward.intro", message.author())
                        + "\n\n"
                        + quoted,
                "",
                "",
                MessageDrafts.makeKey(),
                "",
                carried(actor, message),
                null,
                null);
    }

    /** One's own words again, with their files and those recipients who may still be written to. */
    MessageForm again(Actor author, Message message) {
        return new MessageForm(
                recipients(author, message),
                message.subject(),
                message.body(),
                message.replies().name(),
                "",
                MessageDrafts.makeKey(),
                "",
                carried(author, message),
                message.audience().isEmpty() && message.recipients() > 1,
                null);
    }

    private List<String> recipients(Actor author, Message message) {
        var circles = circles(author);
        var named =
                message.audience().isEmpty()
                        ? List.<String>of()
                        : List.of(message.audience().split(", "));
        var whole = !named.isEmpty() && circles.keySet().containsAll(named);
        if (!whole && message.recipients() <= FEW)
            return tracking.others(message).stream()
                    .map(person -> Token.person(person).toString())
                    .toList();
        return named.stream().filter(circles::containsKey).map(circles::get).toList();
    }

    private Map<String, String> circles(Actor author) {
        var byTitle = new HashMap<String, String>();
        for (var one : addressees.offeredTo(author, List.of()))
            byTitle.putIfAbsent(one.named(), one.token());
        return byTitle;
    }

    private List<String> carried(Actor actor, Message message) {
        return attachments.of(actor, List.of(message)).values().stream()
                .flatMap(List::stream)
                .map(StoredFile::called)
                .toList();
    }
}
