package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.links.Links;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.Typed;
import fr.preau.web.View;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Children's messages as their teacher looks after them. */
@Controller
class ChildRulesController {
    static final int LONGEST = 500;

    private final ChildRules rules;
    private final ChildReviews reviews;
    private final Links links;

    ChildRulesController(ChildRules rules, ChildReviews reviews, Links links) {
        this.rules = rules;
        this.reviews = reviews;
        this.links = links;
    }

    @GetMapping("/messages/children")
    @For(Profile.TEACHER)
    View show(Actor actor) {
        return page(actor, new Problems());
    }

    @PostMapping("/messages/children/{schoolClass}")
    @For(Profile.TEACHER)
    View set(
            Actor actor,
            @PathVariable long schoolClass,
            @RequestParam(required = false) @Nullable Boolean review,
            @RequestParam(defaultValue = "") String opens,
            @RequestParam(defaultValue = "") String closes) {
        var rule =
                rules.taughtBy(actor).stream()
                        .filter(one -> one.schoolClass() == schoolClass)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        try {
            var from = LocalTime.parse(opens);
            var until = LocalTime.parse(closes);
            if (!from.isBefore(until))
                return page(
                        actor,
                        new Problems().add("opens-" + schoolClass, t("messages.children.order")));
            rules.set(rule, Boolean.TRUE.equals(review), from, until);
        } catch (DateTimeParseException e) {
            return page(
                    actor, new Problems().add("opens-" + schoolClass, t("messages.children.time")));
        }
        return Redirect.to("/messages/children").saying("messages.children.set");
    }

    /** {@code verdict=yes} lets it through; otherwise it goes back with a word. */
    @PostMapping("/messages/children/{letter}/review")
    @For(Profile.TEACHER)
    View review(
            Actor actor,
            @PathVariable long letter,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String feedback) {
        var waiting = reviews.of(actor, letter).orElseThrow(NotFound::new);
        if (verdict.equals("yes")) {
            return switch (reviews.letThrough(actor, waiting)) {
                case LEFT -> Redirect.to("/messages/children").saying("messages.children.through");
                case STOPPED ->
                        page(
                                actor,
                                new Problems()
                                        .add("message-" + letter, t("messages.children.stopped")));
                case GONE -> gone(actor);
            };
        }
        var words = Typed.clean(feedback).strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST)
            return page(
                    actor,
                    new Problems()
                            .add(
                                    "feedback-" + letter,
                                    t(
                                            words.isEmpty()
                                                    ? "messages.children.feedback.none"
                                                    : "messages.children.feedback.long",
                                            LONGEST)));
        return reviews.giveBack(actor, waiting, words)
                ? Redirect.to("/messages/children").saying("messages.children.back")
                : gone(actor);
    }

    private View gone(Actor actor) {
        return page(actor, new Problems().add(ChildRulesPage.GONE, t("messages.children.gone")));
    }

    private ChildRulesPage page(Actor actor, Problems problems) {
        return new ChildRulesPage(
                rules.taughtBy(actor), reviews.of(actor), links.trusted(), problems);
    }
}
