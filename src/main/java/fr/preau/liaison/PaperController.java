package fr.preau.liaison;

import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.print.Pdf;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Paper for the families that never come: printed, brought back, noted. */
@Controller
class PaperController {
    private final Notes notes;
    private final Coupons coupons;
    private final PaperSigning signing;
    private final CouponWriter writer;

    PaperController(Notes notes, Coupons coupons, PaperSigning signing, CouponWriter writer) {
        this.notes = notes;
        this.coupons = coupons;
        this.signing = signing;
        this.writer = writer;
    }

    /** {@code tick}: {@code all}, {@code none}, or those who need it most. */
    @GetMapping("/liaison/{number}/coupons")
    @For(TEACHER)
    View show(
            Actor actor, @PathVariable long number, @RequestParam(defaultValue = "") String tick) {
        var note = noteFor(actor, number);
        var lines = coupons.linesOf(actor, note);
        return pageOf(note, lines, DecisionForm.EMPTY, tick, new Problems());
    }

    /** A file, or the page again when nobody is ticked. */
    @PostMapping("/liaison/{number}/coupons")
    @For(TEACHER)
    Object print(
            Actor actor,
            @PathVariable long number,
            @RequestParam(defaultValue = "") List<String> to,
            @RequestParam(defaultValue = "FOUR") CouponForm form,
            HttpServletRequest request) {
        var note = noteFor(actor, number);
        var lines = coupons.linesOf(actor, note);
        var chosen = chosen(lines, to).stream().filter(PaperLine::needsPaper).toList();
        if (chosen.isEmpty()) return refuse(note, lines, DecisionForm.EMPTY, "print");
        var paper = writer.write(note, coupons.print(actor, note, chosen), form, request);
        return Pdf.download(paper, t("liaison.coupons.file", number) + ".pdf");
    }

    @PostMapping("/liaison/{number}/paper")
    @For(TEACHER)
    View sign(
            Actor actor,
            @PathVariable long number,
            @RequestParam(defaultValue = "") List<String> to,
            DecisionForm answer) {
        var note = noteFor(actor, number);
        var lines = coupons.linesOf(actor, note);
        var chosen = chosen(lines, to);
        if (chosen.isEmpty()) return refuse(note, lines, answer, "back");
        var problems = signing.check(note, answer);
        if (problems.any()) return pageOf(note, lines, answer, "", problems);
        chosen.forEach(line -> signing.sign(actor, note, line, answer));
        return Redirect.to(note.path() + "/coupons").saying("liaison.coupons.noted.done");
    }

    /** {@code coupon}: the paper in hand, to come back to. */
    @PostMapping("/liaison/{number}/paper/removal")
    @For(TEACHER)
    View undo(
            Actor actor,
            @PathVariable long number,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String coupon) {
        var note = noteFor(actor, number);
        chosen(coupons.linesOf(actor, note), List.of(to))
                .forEach(line -> signing.unsign(actor, note, line));
        var place =
                coupon.matches("[A-Za-z0-9_-]{1,64}")
                        ? "/liaison/coupon/" + coupon
                        : note.path() + "/coupons";
        return Redirect.to(place).saying("liaison.coupons.undone");
    }

    private CouponsPage refuse(
            Note note, List<PaperLine> lines, DecisionForm answer, String field) {
        return pageOf(
                note,
                lines,
                answer,
                "",
                new Problems().add(field, t("liaison.problem.coupons.NOBODY")));
    }

    private CouponsPage pageOf(
            Note note, List<PaperLine> lines, DecisionForm answer, String tick, Problems problems) {
        return new CouponsPage(note, lines, signing.choicesOf(note), answer, tick, problems);
    }

    /** Whoever is not in the actor's hands does not exist for them. */
    private static List<PaperLine> chosen(List<PaperLine> lines, List<String> to) {
        var keys = Set.copyOf(to);
        var chosen = lines.stream().filter(line -> keys.contains(line.key())).toList();
        if (chosen.size() < keys.size()) throw new NotFound();
        return chosen;
    }

    private Note noteFor(Actor actor, long number) {
        return notes.visibleTo(actor, number).orElseThrow(NotFound::new);
    }
}
