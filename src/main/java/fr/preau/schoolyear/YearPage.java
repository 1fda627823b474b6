package fr.preau.schoolyear;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The year of a school: nothing under way, a rehearsal being prepared, or a change that may still
 * be undone.
 */
public record YearPage(
        List<School> schools,
        long school,
        @Nullable Change change,
        int current,
        Plan plan,
        List<Plan.Level> levels,
        MoveForm form,
        Problems problems,
        List<Integer> pastYears,
        LocalDate today)
        implements Page {
    /** A school that the actor administers. */
    public record School(long id, String name) {}

    private static final Plan NONE = new Plan(List.of(), List.of());

    static YearPage calm(
            List<School> schools,
            long school,
            @Nullable Change last,
            int current,
            List<Integer> pastYears,
            LocalDate today) {
        return new YearPage(
                schools,
                school,
                last,
                current,
                NONE,
                List.of(),
                MoveForm.EMPTY,
                new Problems(),
                pastYears,
                today);
    }

    static YearPage rehearsal(
            List<School> schools,
            Change change,
            Plan plan,
            List<Plan.Level> levels,
            MoveForm form,
            Problems problems,
            LocalDate today) {
        return new YearPage(
                schools,
                change.school(),
                change,
                change.year() - 1,
                plan,
                levels,
                form,
                problems,
                List.of(),
                today);
    }

    @Override
    public String title() {
        return t("year.title");
    }

    @Override
    public String service() {
        return "agenda";
    }

    @Override
    public String width() {
        return "wide";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public String schoolName() {
        return schools.stream()
                .filter(one -> one.id() == school)
                .findFirst()
                .map(School::name)
                .orElse("");
    }

    public boolean isRehearsal() {
        return change != null && change.state() == Change.State.REHEARSAL;
    }

    public boolean isUndoable() {
        return change != null && YearPolicy.mayUndo(change, today) == YearPolicy.Undoing.ALLOWED;
    }

    public int next() {
        return current + 1;
    }

    public String name(int year) {
        return Change.name(year);
    }

    /** Whether the plan of a change that was undone is taken up again. */
    public boolean resumes() {
        return Rehearsals.mayResume(change, next());
    }

    public Plan.Group place() {
        return plan.shown(form.show());
    }

    public List<Plan.Todo> todo() {
        return plan.todo(school);
    }

    public Change.Shown[] audiences() {
        return Change.Shown.values();
    }

    public boolean isShownTo(Change.Shown audience) {
        return change != null && change.shown() == audience;
    }

    /** « CP A, 24 »: a place and how many are there. */
    public String place(Plan.Group group) {
        return t("year.place", group.label(), group.pupils().size());
    }
}
