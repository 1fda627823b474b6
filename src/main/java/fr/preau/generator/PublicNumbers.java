package fr.preau.generator;

/** Makes the public numbers that a reader checks: UAI with their letter, SIRET with their keys. */
final class PublicNumbers {
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private PublicNumbers() {}

    static String uai(Department department, int rank) {
        var digits = department.onThree() + "%04d".formatted(rank);
        return digits + LETTERS.charAt(Integer.parseInt(digits) % LETTERS.length());
    }

    /** A service of the State: its SIREN starts with 17. */
    static String stateSiret(Department department, int rank) {
        return keyed(keyed("17" + department.number() + "%04d".formatted(rank)) + "0001");
    }

    /** The digits and the one that makes them pass Luhn's check. */
    static String keyed(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** Nine digits and two letters; the first two digits keep the two academies apart. */
    static String ine(Academy academy, int rank) {
        return academy.ine
                + "%07d".formatted(rank)
                + LETTERS.charAt(rank % 23)
                + LETTERS.charAt(rank / 23 % 23);
    }
}
