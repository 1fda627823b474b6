package fr.preau.agreements;

import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TOWN;
import static fr.preau.web.Wording.t;

import fr.preau.agreements.AgreementPolicy.Verdict;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Both parties sign: here, after a fresh proof of who they are, or on paper that is brought. */
@Controller
class SigningController {
    private final Agreements agreements;
    private final AgreementScreen screen;
    private final Signing signing;
    private final Signatories signatories;
    private final ReturnedPages returned;
    private final Clock clock;

    SigningController(
            Agreements agreements,
            AgreementScreen screen,
            Signing signing,
            Signatories signatories,
            ReturnedPages returned,
            Clock clock) {
        this.agreements = agreements;
        this.screen = screen;
        this.signing = signing;
        this.signatories = signatories;
        this.returned = returned;
        this.clock = clock;
    }

    /** {@code edition} is what the person has read: another one is not signed unread. */
    @For({TOWN, SUPERVISION})
    @StepUp
    @PostMapping("/agreements/{agreement}/signature")
    View sign(
            Actor actor,
            @PathVariable("agreement") long id,
            @RequestParam(defaultValue = "0") int edition,
            @RequestParam(defaultValue = "false") boolean read) {
        var agreement = lock(actor, id);
        var town = AgreementPolicy.signsForTown(actor, agreement);
        if (!town && !AgreementPolicy.leads(actor)) throw new NotFound();
        var problems = verdict(agreement, town);
        if (!problems.any() && edition != agreement.edition())
            problems.add("read", t("agreements.problem.edition", agreement.edition()));
        if (town && !signatories.isNamed(actor, agreement))
            problems.add("read", t("agreements.problem.signatory", agreement.signatoryName()));
        if (!problems.any() && !read) problems.add("read", t("agreements.problem.read"));
        if (problems.any()) return page(actor, agreement, "", "", problems);
        if (town) signing.forTown(actor, agreement, null, today());
        else signing.forRegion(actor, agreement, signatories.name(actor), null, today());
        return Redirect.to(agreement.path())
                .saying(town ? "agreements.signed.town" : "agreements.signed.region");
    }

    /** The pages signed on paper, and the day that is written on them. */
    @For({TOWN, SUPERVISION})
    @StepUp
    @PostMapping("/agreements/{agreement}/paper")
    View bring(
            Actor actor,
            @PathVariable("agreement") long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String signedOn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean sure) {
        var agreement = lock(actor, id);
        var town = AgreementPolicy.prepares(actor, agreement);
        if (!town && !AgreementPolicy.leads(actor)) throw new NotFound();
        var problems = verdict(agreement, town);
        var day = day(agreement, town, signedOn, problems);
        if (!town) DebtorForm.needed(problems, "name", name.strip());
        if (problems.any()) return page(actor, agreement, signedOn, name, problems);
        var bytes = bytes(file);
        var look = returned.look(bytes, Mark.of(agreement));
        var read = look.verdict() == ReturnedPages.Verdict.SAME;
        if (!read && !(sure && look.verdict() == ReturnedPages.Verdict.UNREAD))
            problems.add("file", refusal(look));
        if (problems.any() || day.isEmpty())
            return page(actor, agreement, signedOn, name, problems);
        var brought = new Signing.Brought(bytes, read);
        if (town) signing.forTown(actor, agreement, brought, day.get());
        else signing.forRegion(actor, agreement, name.strip(), brought, day.get());
        return Redirect.to(agreement.path())
                .saying(town ? "agreements.signed.town" : "agreements.signed.region");
    }

    private Problems verdict(Agreement agreement, boolean town) {
        var schools = agreements.schools(agreement.id()).size();
        var verdict =
                town
                        ? AgreementPolicy.maySignForTown(agreement, schools)
                        : AgreementPolicy.maySignForRegion(agreement);
        var problems = new Problems();
        if (verdict != Verdict.ALLOWED) problems.add("read", t("agreements.problem." + verdict));
        return problems;
    }

    private Optional<LocalDate> day(
            Agreement agreement, boolean town, String typed, Problems problems) {
        try {
            var day = LocalDate.parse(typed.strip());
            var verdict = AgreementPolicy.mayDate(day, notBefore(agreement, town), today());
            if (verdict != Verdict.ALLOWED)
                problems.add("signedOn", t("agreements.problem." + verdict));
            return Optional.of(day);
        } catch (DateTimeException e) {
            problems.add("signedOn", t("agreements.problem.day"));
            return Optional.empty();
        }
    }

    private LocalDate notBefore(Agreement agreement, boolean town) {
        var before = town ? null : agreement.townSignedOn();
        var sent = agreement.sentAt();
        if (before != null) return before;
        return sent == null ? LocalDate.MIN : LocalDate.ofInstant(sent, clock.getZone());
    }

    private static String refusal(ReturnedPages.Look look) {
        return look.found()
                .map(mark ->
                        t(
                                "agreements.problem.pages." + look.verdict(),
                                mark.reference(),
                                mark.edition()))
                .orElseGet(() -> t("agreements.problem.pages." + look.verdict()));
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private View page(
            Actor actor, Agreement agreement, String day, String name, Problems problems) {
        return screen.of(
                actor,
                agreement,
                AgreementPage.Typed.nothing(agreement).paper(day, name),
                problems);
    }

    private Agreement lock(Actor actor, long id) {
        return agreements
                .find(actor, id)
                .filter(one -> AgreementPolicy.isShown(actor, one))
                .map(agreements::lock)
                .orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
