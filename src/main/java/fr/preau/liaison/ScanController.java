package fr.preau.liaison;

import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A coupon that came back, photographed with a phone. Looking at it changes nothing: a link may be
 * opened by anything.
 */
@Controller
class ScanController {
    private final Notes notes;
    private final Coupons coupons;
    private final PaperSigning signing;

    ScanController(Notes notes, Coupons coupons, PaperSigning signing) {
        this.notes = notes;
        this.coupons = coupons;
        this.signing = signing;
    }

    @GetMapping("/liaison/coupon/{coupon}")
    @For(TEACHER)
    View show(Actor actor, @PathVariable String coupon) {
        return pageOf(actor, coupon, DecisionForm.EMPTY, new Problems());
    }

    @PostMapping("/liaison/coupon/{coupon}")
    @For(TEACHER)
    View sign(
            Actor actor,
            @PathVariable String coupon,
            @RequestParam(required = false) @Nullable Long guardian,
            DecisionForm answer) {
        var page = pageOf(actor, coupon, answer, new Problems());
        if (page.verdict() != LiaisonPolicy.Scanning.ALLOWED)
            return refuse(actor, coupon, answer, page.verdict().name());
        if (guardian == null) return refuse(actor, coupon, answer, "WHO");
        var line =
                page.lines().stream()
                        .filter(one -> one.guardian() == guardian)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var problems = signing.check(page.note(), answer);
        if (problems.any()) return pageOf(actor, coupon, answer, problems);
        if (!signing.sign(actor, page.note(), line, answer))
            return refuse(actor, coupon, answer, "ALREADY");
        return Redirect.to("/liaison/coupon/" + coupon).saying("liaison.coupons.noted.done");
    }

    private View refuse(Actor actor, String coupon, DecisionForm answer, String why) {
        return pageOf(
                actor,
                coupon,
                answer,
                new Problems().add("guardian", t("liaison.problem.coupon." + why)));
    }

    private ScanPage pageOf(Actor actor, String secret, DecisionForm answer, Problems problems) {
        var coupon = coupons.find(actor, secret).orElseThrow(NotFound::new);
        var note = notes.visibleTo(actor, coupon.note()).orElseThrow(NotFound::new);
        var lines =
                coupons.linesOf(actor, note).stream()
                        .filter(line -> line.child() == coupon.child())
                        .toList();
        if (lines.isEmpty()) throw new NotFound();
        return new ScanPage(
                note,
                secret,
                coupon.guardian(),
                coupon.printedAt(),
                lines,
                LiaisonPolicy.mayScan(coupon.endedAt(), coupon.expiresOn(), coupons.today()),
                signing.choicesOf(note),
                answer,
                problems);
    }
}
