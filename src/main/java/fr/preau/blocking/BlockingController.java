package fr.preau.blocking;

import static fr.preau.web.Wording.t;

import fr.preau.blocking.BlockingFact.BlockLifted;
import fr.preau.blocking.BlockingFact.PeopleBlocked;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whoever administers a school blocks and unblocks, with a fresh proof of who they are. */
@Controller
class BlockingController {
    private static final Set<Profile> BLOCKABLE =
            Set.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER);
    private static final int REASON = 300;

    private final Blocks blocks;
    private final JdbcClient db;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    BlockingController(Blocks blocks, JdbcClient db, ApplicationEventPublisher facts, Clock clock) {
        this.blocks = blocks;
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.TEACHER)
    @GetMapping("/blocking")
    View list(Actor actor) {
        var schools = actor.administeredSchools();
        if (schools.length == 0) throw new NotFound();
        return new BlocksPage(
                Arrays.stream(schools)
                        .mapToObj(school ->
                                new BlocksPage.School(school, nameOf(school), blocks.of(school)))
                        .toList());
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/blocking/{school}/new")
    View choose(Actor actor, @PathVariable long school, @RequestParam Profile profile) {
        check(actor, school, profile);
        return page(school, new BlockForm(profile, List.of(), false, ""), new Problems());
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/blocking/{school}")
    View block(Actor actor, @PathVariable long school, BlockForm form) {
        check(actor, school, form.profile());
        var people =
                blocks.candidates(school, form.profile()).stream()
                        .map(Blocks.Candidate::id)
                        .filter(id -> form.isForAll() || form.ticked().contains(id))
                        .toList();
        var problems = new Problems();
        if (people.isEmpty()) problems.add("people", t("blocking.nobody"));
        if (form.why().isEmpty()) problems.add("reason", t("blocking.no-reason"));
        if (form.why().length() > REASON) problems.add("reason", t("blocking.long-reason"));
        if (problems.any()) return page(school, form, problems);
        var block = blocks.make(actor, school, form.profile(), people, form.why());
        facts.publishEvent(
                new PeopleBlocked(
                        school,
                        actor.account(),
                        actor.person(),
                        block,
                        people.size(),
                        clock.instant()));
        return Redirect.to("/blocking").saying("blocking.done");
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/blocking/{school}/{block}/lifting")
    View lift(Actor actor, @PathVariable long school, @PathVariable long block) {
        check(actor, school, Profile.PUPIL);
        var people = blocks.lift(actor, school, block).orElseThrow(NotFound::new);
        facts.publishEvent(
                new BlockLifted(
                        school, actor.account(), actor.person(), block, people, clock.instant()));
        return Redirect.to("/blocking").saying("blocking.lifted");
    }

    private static void check(
            Actor actor, long school, @org.jspecify.annotations.Nullable Profile profile) {
        if (!actor.administers(school) || profile == null || !BLOCKABLE.contains(profile))
            throw new NotFound();
    }

    private NewBlockPage page(long school, BlockForm form, Problems problems) {
        return new NewBlockPage(
                school,
                nameOf(school),
                form.profile(),
                blocks.candidates(school, form.profile()).stream()
                        .map(one ->
                                new NewBlockPage.Person(
                                        one.id(),
                                        one.name(),
                                        one.place(),
                                        one.blocked(),
                                        form.ticked().contains(one.id())))
                        .toList(),
                form.isForAll(),
                form.why(),
                problems);
    }

    private String nameOf(long school) {
        return db.sql("select name from structure where id = :school")
                .param("school", school)
                .query(String.class)
                .single();
    }
}
