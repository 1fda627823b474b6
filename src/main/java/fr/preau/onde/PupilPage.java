package fr.preau.onde;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ONDE says of a pupil: to be read here, to be corrected there. */
public record PupilPage(Card card, List<Place> places, List<Tie> ties) implements Page {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** {@code ine} is null for a teacher: only who administers the school reads it. */
    public record Card(
            long id,
            String firstName,
            String lastName,
            @Nullable String birthName,
            @Nullable LocalDate birthDate,
            boolean administered,
            @Nullable String ine,
            String source,
            boolean departed,
            @Nullable String levelLabel,
            @Nullable String cycle,
            @Nullable Boolean canteen,
            @Nullable Boolean bus,
            @Nullable Boolean morningCare,
            @Nullable Boolean eveningCare,
            @Nullable Boolean supervisedStudy,
            String school,
            @Nullable String grouping,
            @Nullable String district,
            @Nullable String town) {
        public String name() {
            return firstName + " " + lastName;
        }
    }

    /** A class or a group, since when, and the day on which it ends, if that is known. */
    public record Place(
            String kind,
            String label,
            @Nullable LocalDate enteredOn,
            @Nullable LocalDate leavesOn) {}

    /** Who answers for the pupil. */
    public record Tie(String name, String link, boolean signs) {}

    /** One line of the card. */
    public record Fact(String label, String value) {}

    @Override
    public String title() {
        return card.name();
    }

    @Override
    public String service() {
        return "accounts";
    }

    public List<Fact> schooling() {
        return List.of(
                fact("school", card.school()),
                fact("level", card.levelLabel()),
                fact("cycle", card.cycle()),
                fact("grouping", card.grouping()),
                fact("district", card.district()),
                fact("town", card.town()));
    }

    public List<Fact> identity() {
        var birth = fact("birth", day(card.birthDate()));
        var name = fact("birth-name", card.birthName());
        return card.administered()
                ? List.of(birth, name, fact("ine", card.ine()))
                : List.of(birth, name);
    }

    public List<Fact> daily() {
        return List.of(
                fact("canteen", yes(card.canteen())),
                fact("bus", yes(card.bus())),
                fact("morning", yes(card.morningCare())),
                fact("evening", yes(card.eveningCare())),
                fact("study", yes(card.supervisedStudy())));
    }

    public static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    private static @Nullable String yes(@Nullable Boolean said) {
        return said == null ? null : t(said ? "onde.pupil.yes" : "onde.pupil.no");
    }

    private static Fact fact(String key, @Nullable String value) {
        return new Fact(
                t("onde.pupil." + key),
                value == null || value.isBlank() ? t("onde.pupil.unsaid") : value);
    }
}
