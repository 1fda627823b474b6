package fr.preau.duplicates;

import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.RoleKind;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Whoever administers a school compares its possible duplicates, merges them or tells them apart.
 */
@Controller
class DuplicatesController {
    private static final List<String> STRONG_ROLES =
            Arrays.stream(RoleKind.values())
                    .filter(RoleKind::needsSecondFactor)
                    .map(Enum::name)
                    .toList();

    private final Pairs pairs;
    private final Sides sides;
    private final Detection detection;
    private final MergePersons merge;
    private final ApplicationEventPublisher facts;

    DuplicatesController(
            Pairs pairs,
            Sides sides,
            Detection detection,
            MergePersons merge,
            ApplicationEventPublisher facts) {
        this.pairs = pairs;
        this.sides = sides;
        this.detection = detection;
        this.merge = merge;
        this.facts = facts;
    }

    @GetMapping("/duplicates")
    @For(TEACHER)
    View list(Actor actor) {
        mustAdminister(actor);
        return new DuplicateListPage(pairs.open(actor));
    }

    @PostMapping("/duplicates")
    @For(TEACHER)
    View search(Actor actor) {
        mustAdminister(actor);
        detection.search(actor.administeredSchools());
        return Redirect.to("/duplicates").saying("duplicates.searched");
    }

    @GetMapping("/duplicates/{pair}")
    @For(TEACHER)
    @StepUp
    View compare(Actor actor, @PathVariable long pair) {
        return page(actor, find(actor, pair), 0, new Problems());
    }

    @PostMapping("/duplicates/{pair}/merge")
    @For(TEACHER)
    @StepUp
    View merge(
            Actor actor,
            @PathVariable long pair,
            @RequestParam(defaultValue = "0") long kept,
            @RequestParam(defaultValue = "false") boolean sure) {
        var found = find(actor, pair);
        var problems = new Problems();
        if (!found.holds(kept)) problems.add("kept", t("duplicates.problem.kept"));
        if (!sure) problems.add("sure", t("duplicates.problem.sure"));
        if (reachesFurther(actor, found)) problems.add("kept", t("duplicates.problem.further"));
        if (problems.any()) return page(actor, found, kept, problems);
        merge.merge(actor, found, kept);
        return Redirect.to("/duplicates").saying("duplicates.merged");
    }

    @PostMapping("/duplicates/{pair}/dismissal")
    @For(TEACHER)
    View dismiss(Actor actor, @PathVariable long pair) {
        var found = find(actor, pair);
        pairs.dismiss(actor, found);
        facts.publishEvent(
                new DuplicateFact.DuplicateDismissed(
                        found.schoolId(), actor.account(), actor.person(), pair));
        return Redirect.to("/duplicates").saying("duplicates.dismissed");
    }

    private DuplicatePage page(Actor actor, Pairs.Pair pair, long kept, Problems problems) {
        var both = sides.of(pair);
        return new DuplicatePage(
                pair.id(),
                pair.schoolName(),
                pair.profile(),
                pair.score(),
                pair.reasons(),
                both,
                pair.holds(kept) ? kept : Side.better(both).id(),
                reachesFurther(actor, pair),
                problems);
    }

    private boolean reachesFurther(Actor actor, Pairs.Pair pair) {
        return sides.reachesFurther(pair, actor.administeredSchools(), STRONG_ROLES);
    }

    private Pairs.Pair find(Actor actor, long pair) {
        return pairs.administeredBy(actor, pair).orElseThrow(NotFound::new);
    }

    private static void mustAdminister(Actor actor) {
        if (actor.administeredSchools().length == 0) throw new NotFound();
    }
}
