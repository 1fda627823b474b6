package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** An invented convention, to see what a text becomes. */
@Component
class Example {
    private final Pages pages;
    private final Terms terms;
    private final Clock clock;

    Example(Pages pages, Terms terms, Clock clock) {
        this.pages = pages;
        this.terms = terms;
        this.clock = clock;
    }

    byte[] of(String text, int year) {
        return pages.of(agreement(year), schools(), text, List.of());
    }

    private Agreement agreement(int year) {
        return new Agreement(
                0,
                year + "-000000",
                0,
                year,
                0,
                null,
                State.DRAFT,
                1,
                DebtorKind.TOWN.name(),
                t("agreements.example.debtor"),
                "21999999900016",
                t("agreements.example.street"),
                "99999",
                t("agreements.example.city"),
                t("agreements.example.signatory"),
                t("agreements.town.title"),
                "",
                "",
                "",
                null,
                null,
                null,
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                terms.lastDay(year),
                null);
    }

    private static List<AgreementSchool> schools() {
        return List.of(
                new AgreementSchool(
                        "9990001A", null, "", t("agreements.example.school", "9990001A"), "", null),
                new AgreementSchool(
                        "9990002B",
                        null,
                        "",
                        t("agreements.example.school", "9990002B"),
                        "",
                        null));
    }
}
