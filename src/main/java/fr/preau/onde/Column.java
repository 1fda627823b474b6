package fr.preau.onde;

import static fr.preau.onde.Kind.GUARDIAN;
import static fr.preau.onde.Kind.PUPIL;
import static fr.preau.web.Wording.t;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The columns that are read, each with the headers that ONDE, BE1D and later exports give it,
 * cleaned. Never found by rank: exports differ.
 */
public enum Column {
    PUPIL_LAST(
            PUPIL, true, "nomeleve", "nomdefamilleeleve", "nomdefamilledeleleve", "nomdefamille"),
    PUPIL_FIRST(PUPIL, true, "prenomeleve", "prenomdeleleve", "premierprenomeleve", "prenom1eleve"),
    PUPIL_USUAL(PUPIL, false, "nomdusageeleve", "nomusageeleve", "nomdusagedeleleve"),
    PUPIL_BIRTH(
            PUPIL,
            false,
            "datenaissance",
            "datedenaissance",
            "datenaissanceeleve",
            "datedenaissanceeleve"),
    PUPIL_INE(PUPIL, false, "ine", "ineeleve", "numeroine", "identifiantnationaleleve"),
    PUPIL_CYCLE(PUPIL, false, "cycle", "cycleeleve"),
    PUPIL_LEVEL(PUPIL, false, "niveau", "niveaueleve"),
    PUPIL_CLASS(
            PUPIL,
            false,
            "libelleclasse",
            "classe",
            "classeseleves",
            "classeeleve",
            "classeseleve",
            "classes"),
    PUPIL_CLASS_KEY(PUPIL, false, "identifiantclasse", "idclasse", "identifiantdelaclasse"),
    PUPIL_STREET(PUPIL, false, "adresse1", "adresse", "adresseeleve"),
    PUPIL_POSTAL(PUPIL, false, "cp1", "cp", "codepostal1", "codepostal", "cpeleve"),
    PUPIL_CITY(PUPIL, false, "commune1", "commune", "communeeleve"),
    PUPIL_COUNTRY(PUPIL, false, "pays1", "pays"),
    GUARDIAN_LAST(
            GUARDIAN,
            true,
            "nomresponsable",
            "nomdefamilleresponsable",
            "nomdefamilleduresponsable"),
    GUARDIAN_FIRST(GUARDIAN, true, "prenomresponsable", "prenomduresponsable"),
    CHILD_LAST(GUARDIAN, true, "nomdefamilleenfant", "nomenfant", "nomdefamilleeleve", "nomeleve"),
    CHILD_FIRST(GUARDIAN, true, "prenomenfant", "prenomeleve"),
    CHILD_USUAL(GUARDIAN, false, "nomdusageenfant", "nomusageenfant", "nomdusageeleve"),
    CHILD_CLASS(
            GUARDIAN, false, "classesenfants", "classesenfant", "classeenfant", "classeseleves"),
    GUARDIAN_CIVILITY(GUARDIAN, false, "civiliteresponsable", "civilite"),
    GUARDIAN_USUAL(GUARDIAN, false, "nomusageresponsable", "nomdusageresponsable"),
    GUARDIAN_STREET(GUARDIAN, false, "adresseresponsable", "adresse"),
    GUARDIAN_POSTAL(GUARDIAN, false, "cpresponsable", "codepostalresponsable", "cp", "codepostal"),
    GUARDIAN_CITY(GUARDIAN, false, "communeresponsable", "commune"),
    GUARDIAN_COUNTRY(GUARDIAN, false, "paysresponsable", "pays"),
    GUARDIAN_EMAIL(
            GUARDIAN, false, "courriel", "courrielresponsable", "adresseelectronique", "email"),
    GUARDIAN_PHONE(GUARDIAN, false, "telephonedomicile", "telephonedomicileresponsable"),
    GUARDIAN_WORK(GUARDIAN, false, "telephonetravail", "telephonetravailresponsable"),
    GUARDIAN_MOBILE(GUARDIAN, false, "telephoneportable", "telephoneportableresponsable");

    final Kind kind;
    final boolean needed;
    private final List<String> headers;

    Column(Kind kind, boolean needed, String... headers) {
        this.kind = kind;
        this.needed = needed;
        this.headers = List.of(headers);
    }

    /** The responsables file repeats these for each child, sometimes with a number. */
    boolean isRepeated() {
        return name().startsWith("CHILD_");
    }

    static Optional<Column> of(Kind kind, String header) {
        var clean = Plain.of(header);
        var bare = clean.replaceFirst("\\d+$", "");
        return Arrays.stream(values())
                .filter(column ->
                        column.kind == kind
                                && (column.headers.contains(clean)
                                        || column.isRepeated() && column.headers.contains(bare)))
                .findFirst();
    }

    static List<Column> ofKind(Kind kind) {
        return Arrays.stream(values()).filter(column -> column.kind == kind).toList();
    }

    public String label() {
        return t("onde.column." + name());
    }
}
