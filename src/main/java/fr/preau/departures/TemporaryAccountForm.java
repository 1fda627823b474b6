package fr.preau.departures;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is welcomed, as what, when, and with which classes; everything as typed. */
public record TemporaryAccountForm(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String kind,
        @Nullable String from,
        @Nullable String to,
        @Nullable List<Long> classes) {
    private static final int MAX_NAME = 60;

    public TemporaryAccountForm {
        firstName = clean(firstName);
        lastName = clean(lastName);
        kind = Objects.requireNonNullElse(kind, "");
        from = Objects.requireNonNullElse(from, "").strip();
        to = Objects.requireNonNullElse(to, "").strip();
        classes = classes == null ? List.of() : classes.stream().distinct().toList();
    }

    static TemporaryAccountForm blank(LocalDate today) {
        return new TemporaryAccountForm("", "", "", today.toString(), "", List.of());
    }

    private static String clean(@Nullable String name) {
        return Objects.requireNonNullElse(name, "").replaceAll("\\p{Cntrl}", "").strip();
    }

    @Nullable LocalDate firstDay() {
        return day(from);
    }

    @Nullable LocalDate lastDay() {
        return day(to);
    }

    static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || !typed.matches("\\d{4}-\\d{2}-\\d{2}")
                    ? null
                    : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** {@code offered}: the classes of the schools that the author administers. */
    Problems problems(List<TemporaryAccountPage.Choice> offered, LocalDate today) {
        var problems = new Problems();
        name(problems, "firstName", firstName);
        name(problems, "lastName", lastName);
        if (TimeBoxed.KINDS.stream().noneMatch(k -> k.name().equals(kind)))
            problems.add("kind", t("departures.new.problem.kind"));
        var lasting = TemporaryAccountPolicy.mayLast(firstDay(), lastDay(), today);
        if (lasting != TemporaryAccountPolicy.Lasting.ALLOWED)
            problems.add("to", t("departures.new.problem.to." + lasting));
        switch (schools(offered).size()) {
            case 0 -> problems.add("classes", t("departures.new.problem.no-class"));
            case 1 -> {}
            default -> problems.add("classes", t("departures.new.problem.schools"));
        }
        return problems;
    }

    private static void name(Problems problems, String field, @Nullable String name) {
        if (name == null || name.isBlank() || name.length() > MAX_NAME)
            problems.add(field, t("departures.new.problem." + field));
    }

    /** The schools of the classes chosen; empty when one of them is not offered. */
    Set<Long> schools(List<TemporaryAccountPage.Choice> offered) {
        var chosen = offered.stream().filter(c -> classes.contains(c.id())).toList();
        return chosen.size() < classes.size()
                ? Set.of()
                : chosen.stream()
                        .map(TemporaryAccountPage.Choice::school)
                        .collect(Collectors.toSet());
    }
}
