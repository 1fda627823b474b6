package fr.preau.directory;

/**
 * The number of an establishment: a SIREN of nine digits, then five more; both end with a Luhn key.
 */
public record Siret(String value) {
    /**
     * La Poste has more offices than Luhn keys: there, plain digits may also add up to a multiple
     * of five.
     */
    private static final String LA_POSTE = "356000000";

    public Siret {
        value = value.replaceAll("\\s", "");
    }

    public boolean isValid() {
        if (!value.matches("[0-9]{14}")) return false;
        var siren = value.substring(0, 9);
        return luhn(siren)
                && (luhn(value)
                        || siren.equals(LA_POSTE)
                                && value.chars().map(Character::getNumericValue).sum() % 5 == 0);
    }

    public String siren() {
        return value.substring(0, 9);
    }

    private static boolean luhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
