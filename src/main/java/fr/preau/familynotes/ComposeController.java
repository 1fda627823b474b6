package fr.preau.familynotes;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.FormDrafts;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A guardian writes to the class of one of their children. */
@Controller
class ComposeController {
    private final Children children;
    private final FamilyNotes notes;
    private final FamilyDrafts drafts;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ComposeController(
            Children children,
            FamilyNotes notes,
            FamilyDrafts drafts,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.children = children;
        this.notes = notes;
        this.drafts = drafts;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping(FamilyNotesController.PLACE + "/new")
    @For(GUARDIAN)
    View write(Actor actor, @RequestParam(defaultValue = "0") long child) {
        var all = children.of(actor);
        if (all.isEmpty()) return WritePage.ofNobody(today());
        var one = child == 0 ? all.getFirst() : chosen(all, child);
        var draft = drafts.of(actor.account(), "new-" + one.id());
        return new WritePage(
                all,
                one,
                draft.map(kept -> FamilyNoteForm.of(kept.fields()))
                        .orElseGet(() -> FamilyNoteForm.empty(today())),
                new Problems(),
                draft.map(FormDrafts.Draft::savedAt).orElse(null),
                today());
    }

    @PostMapping(FamilyNotesController.PLACE)
    @For(GUARDIAN)
    View send(
            Actor actor,
            @RequestParam long child,
            FamilyNoteForm form,
            HttpServletRequest request) {
        var all = children.of(actor);
        var one = chosen(all, child);
        var key = "new-" + child;
        var problems = form.check(today());
        if (!problems.any())
            checkSending(problems, one, form.chosen(), notes.sentFor(actor, child));
        if (problems.any()) {
            drafts.save(actor.account(), key, request.getParameterMap());
            return new WritePage(all, one, form, problems, null, today());
        }
        var note = notes.write(actor, one, form);
        drafts.discard(actor.account(), key);
        facts.publishEvent(
                new FamilyNoteSent(one.school(), note, child, actor.account(), actor.person()));
        return Redirect.to(FamilyNotesController.PLACE + "/" + note)
                .saying(
                        FamilyNotePolicy.isHeldBack(one)
                                ? "familynotes.sent.direction"
                                : "familynotes.sent");
    }

    private static void checkSending(
            Problems problems, Child child, Kind kind, FamilyNotePolicy.Sent sent) {
        switch (FamilyNotePolicy.maySend(child, kind, sent)) {
            case ALLOWED -> {}
            case READS_ONLY ->
                    problems.add("kind", t("familynotes.problem.reads-only", child.firstName()));
            case PAUSED -> problems.add("kind", WritePage.paused(child));
            case NOBODY -> problems.add("kind", t("familynotes.problem.nobody"));
            case TOO_MANY ->
                    problems.add(
                            "kind",
                            t("familynotes.problem.many", sent.waiting(), child.firstName()));
            case TOO_MANY_PICK_UPS ->
                    problems.add(
                            "kind",
                            t(
                                    "familynotes.problem.many-pick-ups",
                                    sent.pickUps(),
                                    child.firstName()));
        }
    }

    /**
     * Called by the page every few seconds. It carries the form's own key: what arrives after the
     * sending is answered as the sending was (hence Object) and not kept again.
     */
    @PostMapping(FamilyNotesController.PLACE + "/drafts/{familyDraft}")
    @For({GUARDIAN, TEACHER})
    Object save(Actor actor, @PathVariable String familyDraft, HttpServletRequest request) {
        if (!familyDraft.matches(FamilyDrafts.KEY)) throw new NotFound();
        var kept = drafts.save(actor.account(), familyDraft, request.getParameterMap());
        return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.CONTENT_TOO_LARGE)
                .build();
    }

    @PostMapping(FamilyNotesController.PLACE + "/drafts/{familyDraft}/removal")
    @For({GUARDIAN, TEACHER})
    View discard(Actor actor, @PathVariable String familyDraft) {
        if (!familyDraft.matches(FamilyDrafts.KEY)) throw new NotFound();
        drafts.discard(actor.account(), familyDraft);
        return Redirect.to(FamilyDrafts.placeOf(familyDraft)).saying("familynotes.draft.discarded");
    }

    private static Child chosen(List<Child> all, long child) {
        return all.stream().filter(one -> one.id() == child).findFirst().orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
