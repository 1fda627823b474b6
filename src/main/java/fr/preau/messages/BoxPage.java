package fr.preau.messages;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Cursor;
import fr.preau.web.Markdown;
import fr.preau.web.Page;
import fr.preau.web.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of messages: received, sent, filed, thrown away, found; or of drafts. */
public record BoxPage(
        BoxFilter filter,
        List<Row> rows,
        List<DraftRow> drafts,
        List<Folder> folders,
        Pending.Counts pending,
        int draftCount,
        List<Long> thrown,
        Profile profile,
        boolean further)
        implements Page {
    /** A line of the list. */
    public record Row(
            long school,
            long id,
            String subject,
            String body,
            String who,
            Profile authorProfile,
            Instant at,
            boolean unread,
            @Nullable Gone gone,
            Message.State state,
            boolean mine,
            int recipients,
            int files,
            @Nullable String children) {
        private static final int EXCERPT = 120;

        public String excerpt() {
            return Markdown.excerpt(body, EXCERPT);
        }

        public List<Child> concerned() {
            return Child.of(children);
        }
    }

    /** A message that is still being written. */
    public record DraftRow(String key, String subject, String words, Instant at) {
        private static final int EXCERPT = 60;

        /** Its subject, else its first words. */
        public String title() {
            var first = subject.isBlank() ? Markdown.excerpt(words, EXCERPT) : subject;
            if (key.startsWith("reply-"))
                return first.isEmpty()
                        ? t("messages.draft.reply")
                        : t("messages.draft.reply.words", first);
            return first.isEmpty() ? t("messages.draft.untitled") : first;
        }

        public String path() {
            return key.startsWith("reply-")
                    ? "/messages/" + key.substring("reply-".length())
                    : "/messages/new?draft=" + key;
        }
    }

    public record Folder(long id, String name) {}

    /** A child whom a message concerns. */
    public record Child(long id, String firstName) {
        static List<Child> of(@Nullable String listed) {
            var children = new ArrayList<Child>();
            if (listed == null || listed.isEmpty()) return children;
            for (var one : listed.split(",")) {
                var at = one.indexOf(':');
                children.add(
                        new Child(Long.parseLong(one.substring(0, at)), one.substring(at + 1)));
            }
            return children;
        }
    }

    @Override
    public String title() {
        return t("messages.title");
    }

    @Override
    public String service() {
        return "messages";
    }

    public String lead() {
        if (filter.isSearch()) return t("messages.found", filter.q());
        var folder = filter.folder();
        if (folder != null)
            return folders.stream()
                    .filter(one -> one.id() == folder)
                    .map(Folder::name)
                    .findFirst()
                    .orElse("");
        return filter.place().equals("inbox") ? count("messages.unread", unread()) : filter.label();
    }

    public int unread() {
        return pending.unread();
    }

    /** « 2 messages d’élèves à lire d’abord »; empty when there is none. */
    public String held() {
        return pending.held() == 0 ? "" : count("messages.held", pending.held());
    }

    public boolean teacher() {
        return profile == Profile.TEACHER;
    }

    /** Who has a signature. */
    public boolean staff() {
        return profile == Profile.TEACHER
                || profile == Profile.TOWN
                || profile == Profile.SUPERVISION;
    }

    public String thrownSaid() {
        return count("messages.filed.trash", thrown.size());
    }

    public boolean isIn(String place) {
        return !filter.isSearch() && filter.place().equals(place);
    }

    public boolean isIn(Folder folder) {
        return !filter.isSearch() && Long.valueOf(folder.id()).equals(filter.folder());
    }

    public String emptyTitle() {
        return t("messages.empty." + (filter.isSearch() ? "search" : filter.place()));
    }

    public String emptyText() {
        return t("messages.empty." + (filter.isSearch() ? "search" : filter.place()) + ".text");
    }

    public @Nullable String olderPath() {
        if (!further) return null;
        var last = rows.getLast();
        return filter.older(new Cursor(last.at(), last.id()));
    }

    /** Whether lines can be chosen and filed: what one has sent stays where it is. */
    public boolean files() {
        return !filter.isSearch() && !isIn("sent") && !isIn("drafts") && !rows.isEmpty();
    }
}
