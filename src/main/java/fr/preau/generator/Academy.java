package fr.preau.generator;

import java.util.List;

/** One of the two academies: what tells its delivery, and its départements. */
enum Academy {
    MONTPELLIER(
            "montpellier",
            "12",
            "+33 4 65 71",
            new Department("34", "GRANDVILLE-D'HERAULT", 342, 780),
            new Department("30", "GRANDVILLE-DU-GARD", 350, 620),
            new Department("11", "GRANDVILLE-D'AUDE", 433, 330),
            new Department("66", "GRANDVILLE-DU-ROUSSILLON", 226, 320),
            new Department("48", "GRANDVILLE-DE-LOZERE", 152, 100)),
    TOULOUSE(
            "toulouse",
            "16",
            "+33 5 36 49",
            new Department("31", "GRANDVILLE-DE-GARONNE", 586, 820),
            new Department("81", "GRANDVILLE-DU-TARN", 314, 340),
            new Department("12", "GRANDVILLE-D'AVEYRON", 285, 300),
            new Department("82", "GRANDVILLE-DU-QUERCY", 195, 230),
            new Department("32", "GRANDVILLE-DU-GERS", 460, 220),
            new Department("65", "GRANDVILLE-DE-BIGORRE", 468, 220),
            new Department("46", "GRANDVILLE-DU-LOT", 312, 200),
            new Department("09", "GRANDVILLE-D'ARIEGE", 325, 180));

    final String folder;
    final String ine;

    /** Numbers that are given to nobody: the range kept for fiction. */
    final String phone;

    final List<Department> departments;

    Academy(String folder, String ine, String phone, Department... departments) {
        this.folder = folder;
        this.ine = ine;
        this.phone = phone;
        this.departments = List.of(departments);
    }

    /** No address of a real domain is ever written. */
    String domain() {
        return "ac-" + folder + ".example";
    }
}
