package fr.preau.messages;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.contact.Side;
import fr.preau.links.TrustedHosts;
import fr.preau.messages.BoxPage.Child;
import fr.preau.storage.StoredFile;
import fr.preau.web.Dates;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message in its conversation, and what may be done with it; {@code heldUntil}: when an answer
 * would leave, outside of the hours.
 */
public record MessagePage(
        Profile profile,
        long me,
        Message message,
        List<Message> conversation,
        @Nullable Message last,
        MessagePolicy.@Nullable Replying replying,
        boolean repliesToAll,
        String typed,
        boolean draft,
        Map<Long, List<StoredFile>> files,
        List<StoredFile> carried,
        @Nullable Followed followed,
        boolean recalls,
        @Nullable Instant heldUntil,
        Instant now,
        TrustedHosts links,
        Problems problems)
        implements Page {
    /** Somebody who received it. */
    public record Reader(
            long person,
            String name,
            Side side,
            @Nullable Instant readAt,
            @Nullable Instant remindedAt,
            @Nullable String children,
            boolean active) {
        public boolean hasRead() {
            return readAt != null;
        }

        String state() {
            return hasRead() ? "read" : active ? "waiting" : "never";
        }

        public String said() {
            return t("messages.reader." + state());
        }
    }

    /** How many have it and have read it, with the first of them by name. */
    public record Followed(
            int people, int read, @Nullable Instant remindedAt, List<Reader> readers) {
        int waiting() {
            return people - read;
        }

        public boolean isWaiting() {
            return waiting() > 0;
        }

        /** « 18 sur 24 ont lu » */
        public String sentence() {
            return count("messages.read", people).replace("{1}", Integer.toString(read));
        }

        /** « Relancer les 43 personnes qui n’ont pas lu » */
        public String reminder() {
            return count("messages.remind", waiting());
        }

        public boolean isCut() {
            return readers.size() < people;
        }

        /** A child's family, or a person who stands for no child, each with those who read. */
        public Map<String, List<Reader>> families() {
            return readers.stream()
                    .collect(
                            Collectors.groupingBy(
                                    reader ->
                                            reader.side() == Side.GUARDIAN
                                                    ? names(reader)
                                                    : reader.name(),
                                    LinkedHashMap::new,
                                    Collectors.toList()));
        }

        private static String names(Reader reader) {
            return Child.of(reader.children()).stream()
                    .map(Child::firstName)
                    .collect(Collectors.joining(" et "));
        }
    }

    @Override
    public String title() {
        return message.subject();
    }

    @Override
    public String service() {
        return "messages";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public boolean isMine(Message one) {
        return one.authorId() == me;
    }

    public boolean attaches() {
        return profile != Profile.PUPIL;
    }

    public List<StoredFile> files(Message one) {
        return files.getOrDefault(one.id(), List.of());
    }

    public List<Child> children(Message one) {
        return Child.of(one.children());
    }

    /** « à Familles de CP A », « à vous ». */
    public String to(Message one) {
        if (!one.audience().isEmpty()) return t("messages.to", one.audience());
        return isMine(one)
                ? ""
                : t(profile == Profile.PUPIL ? "messages.to.child" : "messages.to.you");
    }

    /** What has not arrived yet, and why; empty when it has. */
    public String waits(Message one) {
        if (!isMine(one) || one.isRecalled()) return "";
        return switch (one.state()) {
            case WAITING -> t("messages.waits.second." + one.heldFor(), one.heldAt());
            case HELD -> t("messages.waits.review");
            case RETURNED -> "";
            case STOPPED ->
                    t(
                            profile == Profile.PUPIL
                                    ? "messages.waits.stopped.child"
                                    : "messages.waits.stopped");
            case SENDING -> t("messages.waits.sending");
            case SENT ->
                    one.deliverAt().isAfter(now)
                            ? t(
                                    "messages.waits.later",
                                    Dates.moment(
                                            one.deliverAt(),
                                            LocalDate.ofInstant(now, Dates.SCHOOL_TIME)))
                            : "";
        };
    }

    /** Why its author reads a word on it. */
    public String feedbackTitle(Message one) {
        return t(one.state() == Message.State.RETURNED ? "messages.returned" : "messages.warned");
    }

    /** Whether there is something to read, to print and to pass on. */
    public boolean isReadable(Message one) {
        return isMine(one) || one.gone() == null;
    }

    /** The words of this one may be written again: nobody reads them where they are. */
    public boolean isToRewrite(Message one) {
        return isMine(one) && (one.gone() != null || one.state() == Message.State.RETURNED);
    }

    /** Whether those to whom it went have it. */
    public boolean hasLeft() {
        return message.hasLeft(now);
    }

    /** « Les 44 personnes ne le liront plus. » */
    public String effect() {
        return count("messages.recall.effect", message.recipients());
    }

    /** Whoever received it may say that something is wrong, unless the school has seen to it. */
    public boolean reports(Message one) {
        return !isMine(one) && one.received() && !one.withdrawn();
    }

    public boolean answers() {
        return replying == MessagePolicy.Replying.ALLOWED;
    }

    /** Why nobody answers here; empty when one does, or when there is nobody to answer. */
    public String noAnswer() {
        var said = replying == MessagePolicy.Replying.RECALLED && problems.of("text") == null;
        return replying == null || answers() || said ? "" : t("messages.closed." + replying);
    }

    public List<String> alerts() {
        var alerts = new ArrayList<String>();
        for (var field : List.of("recall", "reminder"))
            if (problems.of(field) != null) alerts.add(problems.of(field));
        return alerts;
    }
}
