package fr.preau.messages;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Profile.TOWN;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Redirect;
import fr.preau.web.Typed;
import fr.preau.web.View;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of messages, and filing what one has received. */
@Controller
class BoxController {
    private static final int MAX_NAME = 40;

    private final Boxes boxes;
    private final Pending pending;
    private final MessageDrafts drafts;

    BoxController(Boxes boxes, Pending pending, MessageDrafts drafts) {
        this.boxes = boxes;
        this.pending = pending;
        this.drafts = drafts;
    }

    @GetMapping("/messages")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View list(
            Actor actor,
            BoxFilter filter,
            @RequestParam(required = false) @Nullable List<Long> thrown) {
        var folders = boxes.folders(actor);
        if (filter.folder() != null
                && folders.stream().noneMatch(one -> filter.folder().equals(one.id())))
            throw new NotFound();
        var isDrafts = filter.place().equals("drafts") && !filter.isSearch();
        var rows = isDrafts ? List.<BoxPage.Row>of() : boxes.rows(actor, filter);
        var kept = isDrafts ? drafts.all(actor.account()) : List.<BoxPage.DraftRow>of();
        var further = rows.size() > Boxes.PAGE;
        return new BoxPage(
                filter,
                further ? rows.subList(0, Boxes.PAGE) : rows,
                kept,
                folders,
                pending.of(actor),
                isDrafts ? kept.size() : drafts.count(actor.account()),
                thrown == null ? List.of() : boxes.thrown(actor, thrown),
                actor.profile(),
                further);
    }

    /**
     * What is done to the chosen lines: {@code act} is a verb, or {@code folder} names a folder.
     */
    @PostMapping("/messages/filing")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View file(
            Actor actor,
            @RequestParam(required = false) @Nullable List<Long> message,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(required = false) @Nullable Long folder,
            @RequestParam(defaultValue = "") String box) {
        var path = new BoxFilter(box, "", null).path();
        var back = Redirect.to(path);
        if (message == null || message.isEmpty()) return back.saying("messages.filed.nothing");
        return switch (act) {
            case "trash" -> {
                boxes.throwAway(actor, message, true);
                yield Redirect.to(path + (path.contains("?") ? "&" : "?") + thrown(message));
            }
            case "restore" -> {
                boxes.throwAway(actor, message, false);
                yield back.saying("messages.filed.restore");
            }
            case "unread" -> {
                boxes.markUnread(actor, message);
                yield back.saying("messages.filed.unread");
            }
            case "read" -> {
                boxes.markRead(actor, message);
                yield back.saying("messages.filed.read");
            }
            case "inbox" -> {
                boxes.file(actor, message, null);
                yield back.saying("messages.filed.inbox");
            }
            case "folder" -> {
                if (folder == null || boxes.folder(actor, folder).isEmpty()) throw new NotFound();
                boxes.file(actor, message, folder);
                yield back.saying("messages.filed.folder");
            }
            default -> throw new NotFound();
        };
    }

    /** The list offers to undo what was just done. */
    private static String thrown(List<Long> messages) {
        return "thrown=" + messages.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @PostMapping("/messages/folders")
    @For({GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View makeFolder(Actor actor, @RequestParam(defaultValue = "") String name) {
        var clean = Typed.clean(name).replace('\n', ' ').strip();
        var back = Redirect.to("/messages");
        if (clean.isEmpty()) return back.saying("messages.folder.nameless");
        if (clean.codePointCount(0, clean.length()) > MAX_NAME)
            return back.saying("messages.folder.long");
        if (boxes.folders(actor).size() >= Boxes.MAX_FOLDERS)
            return back.saying("messages.folder.many");
        return Redirect.to("/messages?box=" + boxes.makeFolder(actor, clean))
                .saying("messages.folder.made");
    }

    @PostMapping("/messages/folders/{folder}/removal")
    @For({GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View removeFolder(Actor actor, @PathVariable long folder) {
        if (boxes.folder(actor, folder).isEmpty()) throw new NotFound();
        boxes.removeFolder(actor, folder);
        return Redirect.to("/messages").saying("messages.folder.removed");
    }
}
