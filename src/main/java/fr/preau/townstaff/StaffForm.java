package fr.preau.townstaff;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A colleague as somebody typed it, right or wrong. */
public record StaffForm(
        @Nullable Long town,
        String firstName,
        String lastName,
        String email,
        String position,
        List<String> schools,
        String reason,
        String until) {
    private static final String ADDRESS =
            "[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,180}\\.[^\\s@,;<>\"]{2,20}";
    private static final int MAX_REASON = 1000;

    public StaffForm {
        firstName = line(firstName);
        lastName = line(lastName);
        email = line(email);
        position = line(position);
        schools = schools == null ? List.of() : List.copyOf(schools);
        reason = lines(reason);
        until = line(until);
    }

    /** One line, without what cannot be seen: the région must read what the database keeps. */
    private static String line(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
    }

    /** Several lines; of what cannot be seen, only their ends stay. */
    static String lines(@Nullable String text) {
        return Objects.requireNonNullElse(text, "")
                .replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]", " ")
                .strip();
    }

    static StaffForm blank(LocalDate until) {
        return new StaffForm(null, "", "", "", "", List.of(), "", until.toString());
    }

    Problems check(LocalDate conventionEnds, LocalDate today) {
        var problems = new Problems();
        within(problems, "firstName", firstName, 100);
        within(problems, "lastName", lastName, 100);
        if (!address().matches(ADDRESS)) problems.add("email", t("townstaff.problem.email"));
        within(problems, "position", position, 200);
        if (schools.isEmpty()) problems.add("schools", t("townstaff.problem.schools"));
        within(problems, "reason", reason, MAX_REASON);
        var lasting = StaffPolicy.mayLast(day(), conventionEnds, today);
        if (lasting != StaffPolicy.Lasting.ALLOWED)
            problems.add("until", t("townstaff.problem.until." + lasting));
        return problems;
    }

    private static void within(Problems problems, String field, String text, int most) {
        if (text.isEmpty() || text.length() > most)
            problems.add(field, t("townstaff.problem." + field));
    }

    /** In small letters: letters' case means nothing to those who write to it. */
    String address() {
        return email.toLowerCase(Locale.ROOT);
    }

    @Nullable LocalDate day() {
        try {
            return LocalDate.parse(until);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
