package fr.preau.contact;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why somebody may write to somebody, and the other way round. */
public record WhyPage(Seat from, Seat to, List<Answer> answers) implements Page {
    /** The answer one way, in words. */
    public record Answer(boolean yes, String verdict, String circle, String rule) {}

    static WhyPage of(Seat from, Seat to, List<Why.Answer> answers) {
        return new WhyPage(from, to, answers.stream().map(WhyPage::inWords).toList());
    }

    private static Answer inWords(Why.Answer answer) {
        var yes = answer.explanation().reason() == ContactPolicy.Reason.OPEN;
        var verdict =
                t(
                        yes ? "contact.why.yes" : "contact.why.no",
                        answer.from().name(),
                        answer.to().name());
        return new Answer(yes, verdict, circle(answer), rule(answer));
    }

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

    /** « Par la classe CP A, où est Yanis. » */
    private static String circle(Why.Answer answer) {
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
    private static String rule(Why.Answer answer) {
        var path = answer.explanation().path();
        if (path == null) return "";
        var where = path.classLabel() == null ? "" : path.classLabel();
        return path.allowed()
                ? t("contact.rule.open." + path.origin(), rule(path), where)
                : t("contact.rule.closed." + path.origin(), rule(path), where);
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
