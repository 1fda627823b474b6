package fr.preau.onde;

/**
 * A line of an extract as it was read, nothing decided yet; empty words for what is not said. A
 * guardian's children are lines of their own, with a rank.
 */
public record Line(
        String kind,
        int line,
        int rank,
        String civility,
        String lastName,
        String usualName,
        String firstName,
        String birthDate,
        String ine,
        String level,
        String cycle,
        String classLabel,
        String classKey,
        String street,
        String postalCode,
        String city,
        String country,
        String email,
        String phone,
        String workPhone,
        String mobile) {
    static final String PUPIL = "PUPIL";
    static final String GUARDIAN = "GUARDIAN";
    static final String CHILD = "CHILD";

    /** What choices and problems call it: {@code P12}, {@code G3}, {@code G3-1}. */
    String slot() {
        return switch (kind) {
            case PUPIL -> "P" + line;
            case GUARDIAN -> "G" + line;
            default -> "G" + line + "-" + rank;
        };
    }

    /** The name of use when there is one, as the ministry's feed gives it. */
    String surname() {
        return usualName.isEmpty() ? lastName : usualName;
    }

    public String name() {
        return (firstName + " " + surname()).strip();
    }

    Names names() {
        return Names.of(firstName, lastName, usualName);
    }
}
