package fr.preau.contact;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why somebody may write to somebody, and the other way round. */
public record WhyPage(Seat from, Seat to, List<Why.Answer> answers) implements Page {
    /** One of the two: chosen, or what was typed and who answers to it. */
    public record Seat(
            Why.@Nullable Somebody chosen, String asked, List<PeoplePage.Entry> proposed) {
        public String typed() {
            return chosen == null ? asked : chosen.name();
        }

        public long id() {
            return chosen == null ? 0 : chosen.id();
        }

        public boolean isUnknown() {
            return chosen == null && !asked.isEmpty() && proposed.isEmpty();
        }
    }

    @Override
    public String title() {
        return t("contact.why.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    public boolean isSamePerson() {
        return from.chosen() != null
                && to.chosen() != null
                && from.chosen().id() == to.chosen().id();
    }

    public String line(PeoplePage.Entry entry) {
        return entry.standings().stream()
                .map(standing -> Lines.of(standing, false))
                .distinct()
                .collect(java.util.stream.Collectors.joining(", "));
    }

    public boolean isYes(Why.Answer answer) {
        return answer.explanation().reason() == ContactPolicy.Reason.OPEN;
    }

    /** « Amina Benali peut écrire à Hélène Costa » */
    public String verdict(Why.Answer answer) {
        return t(
                isYes(answer) ? "contact.why.yes" : "contact.why.no",
                answer.from().name(),
                answer.to().name());
    }

    /** « Par la classe CP A, où est Yanis. » */
    public String circle(Why.Answer answer) {
        var path = answer.explanation().path();
        if (path == null) return t("contact.why.reason." + answer.explanation().reason());
        return switch (path.scope()) {
            case SAME_CLASS ->
                    path.child() == null
                            ? t("contact.circle.class", path.classLabel())
                            : t("contact.circle.class-child", path.classLabel(), path.child());
            case SAME_SCHOOL, PERIMETER -> t("contact.circle.school", path.school());
            case OWN_CHILDREN, OWN_GUARDIANS -> t("contact.circle.family", path.child());
        };
    }

    /** « Règle de la région : les responsables écrivent aux enseignants des classes… » */
    public String rule(Why.Answer answer) {
        var path = answer.explanation().path();
        if (path == null) return "";
        return t(
                (path.allowed() ? "contact.rule.open." : "contact.rule.closed.") + path.origin(),
                rule(path),
                path.classLabel() == null ? "" : path.classLabel());
    }

    private static String rule(Link path) {
        var reach =
                switch (path.scope()) {
                    case SAME_CLASS, SAME_SCHOOL ->
                            t(
                                    "contact.reach."
                                            + path.fromProfile()
                                            + "."
                                            + path.toProfile()
                                            + "."
                                            + path.scope());
                    case OWN_CHILDREN, OWN_GUARDIANS -> t("contact.own." + path.scope());
                    case PERIMETER -> path.toProfile().plural();
                };
        return t("contact.rule", path.fromProfile().plural(), reach);
    }
}
