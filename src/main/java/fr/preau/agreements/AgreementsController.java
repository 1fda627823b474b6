package fr.preau.agreements;

import fr.preau.print.Pdf;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Conventions as a town hall, the DSDEN and the région read them. */
@Controller
class AgreementsController {
    private final Agreements agreements;
    private final AgreementList list;
    private final AgreementScreen screen;
    private final Documents documents;
    private final Pages pages;
    private final Seals seals;
    private final Clock clock;

    AgreementsController(
            Agreements agreements,
            AgreementList list,
            AgreementScreen screen,
            Documents documents,
            Pages pages,
            Seals seals,
            Clock clock) {
        this.agreements = agreements;
        this.list = list;
        this.screen = screen;
        this.documents = documents;
        this.pages = pages;
        this.seals = seals;
        this.clock = clock;
    }

    @For({Profile.TOWN, Profile.SUPERVISION})
    @GetMapping("/agreements")
    View list(Actor actor, AgreementFilter filter) {
        if (!AgreementPolicy.sees(actor)) throw new NotFound();
        return actor.profile() == Profile.TOWN ? ofTowns() : ofYear(actor, filter);
    }

    private View ofTowns() {
        return new AgreementListPage(
                list.ofTowns(), true, false, null, List.of(), List.of(), null, today());
    }

    private View ofYear(Actor actor, AgreementFilter asked) {
        var year = list.yearOf(asked);
        var filter = new AgreementFilter(year, asked.stage(), asked.q(), asked.after());
        var rows = list.page(filter);
        var more = rows.size() > AgreementList.PAGE;
        var shown = more ? rows.subList(0, AgreementList.PAGE) : rows;
        return new AgreementListPage(
                shown,
                false,
                AgreementPolicy.leads(actor),
                filter,
                list.years(),
                list.tally(year),
                more ? filter.from(list.after(shown.getLast())).path() : null,
                today());
    }

    @For({Profile.TOWN, Profile.SUPERVISION})
    @GetMapping("/agreements/{agreement}")
    View show(Actor actor, @PathVariable long agreement) {
        return screen.of(actor, find(actor, agreement));
    }

    /** The pages, at an address that ends in {@code .pdf}: the latest that holds the most. */
    @For({Profile.TOWN, Profile.SUPERVISION})
    @GetMapping("/agreements/{agreement}/{pages}")
    ResponseEntity<byte[]> file(
            Actor actor, @PathVariable long agreement, @PathVariable("pages") String name) {
        var found = find(actor, agreement);
        var kind = name.replaceFirst("-.*", "");
        if (!name.equals(kind + "-" + found.reference() + ".pdf")) throw new NotFound();
        return Pdf.download(bytes(found, kind), name);
    }

    private byte[] bytes(Agreement agreement, String kind) {
        return switch (kind) {
            case "convention" -> latest(agreement);
            case "commune" -> kept(agreement, Documents.Kind.TOWN);
            case "region" -> kept(agreement, Documents.Kind.REGION);
            case "signee" -> kept(agreement, Documents.Kind.PROPOSED);
            default -> throw new NotFound();
        };
    }

    private byte[] latest(Agreement agreement) {
        return documents
                .bytes(agreement.id(), Documents.Kind.FINAL)
                .or(() -> documents.bytes(agreement.id(), Documents.Kind.PROPOSED))
                .orElseGet(() -> pages.of(agreement, seals.of(agreement.id())));
    }

    private byte[] kept(Agreement agreement, Documents.Kind kind) {
        return documents.bytes(agreement.id(), kind).orElseThrow(NotFound::new);
    }

    /** A convention that is only a draft is not the town's to read. */
    private Agreement find(Actor actor, long id) {
        return agreements
                .find(actor, id)
                .filter(one -> AgreementPolicy.isShown(actor, one))
                .orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
