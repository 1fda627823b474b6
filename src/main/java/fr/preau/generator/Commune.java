package fr.preau.generator;

/** A town or village: its INSEE number inside the département, and its name. */
record Commune(Department department, int rank, String name) {
    String insee() {
        return department.number() + "%03d".formatted(rank);
    }

    String postalCode() {
        return department.number() + "%03d".formatted(rank * 10 % 1000);
    }

    /** As ENTEcoleCommune says it. */
    String value() {
        return insee() + "$" + name + "$" + department.onThree();
    }

    /** The commune's own SIREN is 21, its INSEE number on six digits and a key. */
    String siret(int establishment) {
        var siren = PublicNumbers.keyed("21" + department.number() + "%04d".formatted(rank));
        return PublicNumbers.keyed(siren + "%04d".formatted(establishment));
    }
}
