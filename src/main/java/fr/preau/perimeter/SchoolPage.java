package fr.preau.perimeter;

import static fr.preau.web.Wording.count;

import fr.preau.web.Page;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A school seen from above: where it is and how to reach it; what is inside, for the académie. */
public record SchoolPage(List<Place> way, Facts facts, Inside inside) implements Page {
    public record Facts(
            String uai,
            String street,
            String postalCode,
            String city,
            String phone,
            String email,
            String grouping,
            String town,
            String district) {
        public String address() {
            return Stream.of(street, (postalCode + " " + city).strip())
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.joining(", "));
        }
    }

    public record SchoolClass(String label, long pupils) {
        public String count() {
            return pupilsIn(pupils);
        }
    }

    /** Never for a town hall. */
    public record Inside(
            boolean shown, List<String> directors, List<SchoolClass> classes, long pupils) {
        static final Inside NOT_FOR_YOU = new Inside(false, List.of(), List.of(), 0);

        public String count() {
            return pupilsIn(pupils);
        }

        public String directedBy() {
            return String.join(", ", directors);
        }
    }

    private static String pupilsIn(long number) {
        return count("perimeter.pupils", number);
    }

    public Place school() {
        return way.getLast();
    }

    public List<Place> above() {
        return way.subList(0, way.size() - 1);
    }

    public String classes() {
        return count("perimeter.classes", inside.classes().size());
    }

    @Override
    public String title() {
        return school().name();
    }

    @Override
    public String service() {
        return "town";
    }
}
