package fr.preau.switches;

import fr.preau.web.Profile;
import fr.preau.web.Service;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a school has decided of one service: a line for the school, then one for each class. */
record Board(Service service, List<Switches.SchoolClass> classes, List<Switches.Row> rows) {
    /** The profiles of a service, families first. */
    static final List<Profile> ORDER = List.of(Profile.GUARDIAN, Profile.PUPIL, Profile.TEACHER);

    List<Profile> profiles() {
        return ORDER.stream().filter(service.profiles()::contains).toList();
    }

    List<Cell> school() {
        return profiles().stream().map(this::ofSchool).toList();
    }

    List<Cell> ofClass(Switches.SchoolClass schoolClass) {
        return profiles().stream().map(profile -> ofClass(profile, schoolClass)).toList();
    }

    Cell cell(Profile profile, @Nullable Long schoolClass) {
        return classes.stream()
                .filter(c -> schoolClass != null && c.id() == schoolClass)
                .findFirst()
                .map(c -> ofClass(profile, c))
                .orElseGet(() -> ofSchool(profile));
    }

    /** Every line of the board, the school's first. */
    Stream<Cell> cells() {
        return Stream.concat(school().stream(), classes.stream().flatMap(c -> ofClass(c).stream()));
    }

    private Cell ofSchool(Profile profile) {
        var all =
                new SwitchPolicy.Pupils(
                        classes.stream().anyMatch(Switches.SchoolClass::nursery),
                        classes.stream().anyMatch(Switches.SchoolClass::elementary));
        return SwitchPolicy.school(service, profile, said(profile, null), all);
    }

    private Cell ofClass(Profile profile, Switches.SchoolClass schoolClass) {
        return SwitchPolicy.schoolClass(
                service,
                profile,
                said(profile, null),
                said(profile, schoolClass.id()),
                schoolClass.pupils());
    }

    private @Nullable Boolean said(Profile profile, @Nullable Long schoolClass) {
        return rows.stream()
                .filter(row ->
                        row.service().equals(service.key())
                                && row.profile().equals(profile.name())
                                && java.util.Objects.equals(row.classId(), schoolClass))
                .map(Switches.Row::open)
                .findFirst()
                .orElse(null);
    }
}
