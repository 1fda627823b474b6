package fr.preau.agreements;

import fr.preau.print.Pdf;
import fr.preau.print.QrImage;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The pages of a convention, written from its data: PDF/A, tagged, with its mark on each page. */
@Component
class Pages {
    private final Agreements agreements;
    private final Templates templates;
    private final Terms terms;
    private final Pdf pdf;

    Pages(Agreements agreements, Templates templates, Terms terms, Pdf pdf) {
        this.agreements = agreements;
        this.templates = templates;
        this.terms = terms;
        this.pdf = pdf;
    }

    /** As it stands, with the signatures that it bears. */
    byte[] of(Agreement agreement, List<Seal> seals) {
        var text = templates.of(agreement);
        return of(agreement, agreements.schools(agreement.id()), text, seals);
    }

    /** With a text that is only being tried. */
    byte[] of(Agreement agreement, List<AgreementSchool> schools, String text, List<Seal> seals) {
        var rate = rate(agreement);
        var mark = Mark.of(agreement);
        return pdf.archive(
                "agreements/_convention.jte",
                "convention.css",
                Map.of(
                        "agreement",
                        agreement,
                        "articles",
                        Articles.html(text, Articles.facts(agreement, schools, terms, rate)),
                        "seals",
                        seals,
                        "mark",
                        mark.words(),
                        "code",
                        QrImage.of(mark.words()),
                        "place",
                        terms.today(Term.PLACE),
                        "region",
                        terms.today(Term.REGION),
                        "regionTitle",
                        terms.today(Term.REGION_SIGNATORY_TITLE)));
    }

    int rate(Agreement agreement) {
        var fixed = agreement.rateCents();
        return fixed == null ? terms.rate(agreement.year()) : fixed;
    }
}
