package fr.preau.schoolyear;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Applying a rehearsal and going back, each after a page that says exactly what will happen. */
@Controller
class ApplyController {
    private final Changes changes;
    private final SchoolYears years;
    private final Plans plans;
    private final ApplyYear applyYear;
    private final UndoYear undoYear;
    private final Proposal proposal;
    private final JdbcClient db;
    private final Clock clock;

    ApplyController(
            Changes changes,
            SchoolYears years,
            Plans plans,
            ApplyYear applyYear,
            UndoYear undoYear,
            Proposal proposal,
            JdbcClient db,
            Clock clock) {
        this.changes = changes;
        this.years = years;
        this.plans = plans;
        this.applyYear = applyYear;
        this.undoYear = undoYear;
        this.proposal = proposal;
        this.db = db;
        this.clock = clock;
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/year/application")
    View confirm(Actor actor, @RequestParam(required = false) @Nullable Long school) {
        var change = last(actor, school);
        if (change.state() != Change.State.REHEARSAL) throw new NotFound();
        proposal.place(change);
        return page(change, new YearPolicy.Ticks(false, false), new Problems());
    }

    /** Whoever comes second finds the change applied, and changes nothing. */
    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/year/application")
    View apply(
            Actor actor,
            @RequestParam(required = false) @Nullable Long school,
            @RequestParam(defaultValue = "") String unplaced,
            @RequestParam(defaultValue = "") String early) {
        var change = locked(actor, school);
        if (change.state() == Change.State.APPLIED)
            return YearController.back(change.school()).saying("year.already-applied");
        if (change.state() != Change.State.REHEARSAL) throw new NotFound();
        proposal.place(change);
        var ticks = new YearPolicy.Ticks(!unplaced.isEmpty(), !early.isEmpty());
        var numbers = plans.numbers(change);
        var verdict =
                YearPolicy.mayApply(
                        change, years.current(change.school()), numbers, ticks, today());
        var problems = new Problems();
        if (verdict != YearPolicy.Applying.ALLOWED)
            problems.add(fieldOf(verdict), t("year.problem.apply." + verdict, change.name()));
        else if (!noDeliveryIsRead(change)) problems.add("apply", t("year.problem.apply.BUSY"));
        if (problems.any()) return page(change, ticks, problems);
        applyYear.apply(actor, change, numbers);
        return YearController.back(change.school()).saying("year.applied");
    }

    private static String fieldOf(YearPolicy.Applying verdict) {
        return switch (verdict) {
            case UNPLACED -> "unplaced";
            case EARLY -> "early";
            default -> "apply";
        };
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/year/undo")
    View confirmUndo(Actor actor, @RequestParam(required = false) @Nullable Long school) {
        var change = last(actor, school);
        if (YearPolicy.mayUndo(change, today()) != YearPolicy.Undoing.ALLOWED) throw new NotFound();
        return new UndoPage(change, undoYear.since(change), new Problems(), today());
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/year/undo")
    View undo(Actor actor, @RequestParam(required = false) @Nullable Long school) {
        var change = locked(actor, school);
        var verdict = YearPolicy.mayUndo(change, today());
        if (verdict != YearPolicy.Undoing.ALLOWED)
            return YearController.back(change.school())
                    .saying(
                            verdict == YearPolicy.Undoing.TOO_LATE
                                    ? "year.not-undone.late"
                                    : "year.not-undone.nothing");
        if (!noDeliveryIsRead(change))
            return new UndoPage(
                    change,
                    undoYear.since(change),
                    new Problems().add("undo", t("year.problem.apply.BUSY")),
                    today());
        undoYear.undo(actor, change);
        return YearController.back(change.school()).saying("year.undone");
    }

    private Change last(Actor actor, @Nullable Long school) {
        return changes.last(SchoolYears.administeredBy(actor, school)).orElseThrow(NotFound::new);
    }

    private Change locked(Actor actor, @Nullable Long school) {
        return changes.lastLocked(SchoolYears.administeredBy(actor, school))
                .orElseThrow(NotFound::new);
    }

    private ConfirmPage page(Change change, YearPolicy.Ticks ticks, Problems problems) {
        return new ConfirmPage(change, plans.numbers(change), ticks, problems, today());
    }

    /**
     * The lock of the feed, shared among schools: seats are not changed while a delivery is merged.
     */
    private boolean noDeliveryIsRead(Change change) {
        return db.sql(
                        "select pg_try_advisory_xact_lock_shared(7261736, coalesce((select academy from structure where id = :school), '0')::int)")
                .param("school", change.school())
                .query(Boolean.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
