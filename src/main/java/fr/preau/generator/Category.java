package fr.preau.generator;

/** The four kinds of files and of records. */
enum Category {
    STRUCTURE("EtabEducNat", "categorieStructure"),
    PUPIL("Eleve", "categoriePersonne"),
    GUARDIAN("PersRelEleve", "categoriePersonne"),
    STAFF("PersEducNat", "categoriePersonne");

    final String word;
    final String attribute;

    Category(String word, String attribute) {
        this.word = word;
        this.attribute = attribute;
    }
}
