package fr.preau.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Turns a person's record into staging rows: the person, then what binds them (classes, guardians,
 * functions).
 */
final class PersonRows {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Staging staging;

    PersonRows(Staging staging) {
        this.staging = staging;
    }

    void add(long number, String file, Kind kind, FeedRecord read) throws InterruptedException {
        if (read.first("ENTPersonNom").isEmpty() || read.first("ENTPersonPrenom").isEmpty()) {
            staging.reject(file, read.id(), "nom ou prénom absent", false);
            return;
        }
        if (kind == Kind.PUPIL && read.first("ENTPersonStructRattach").isEmpty()) {
            staging.reject(file, read.id(), "élève sans école", false);
            return;
        }
        person(number, file, kind, read);
        if (kind == Kind.PUPIL) {
            classes(number, file, read, "CLASS", "ENTPersonClasses");
            classes(number, file, read, "GROUP", "ENTPersonGroupes");
            guardians(number, file, read);
        }
        if (kind == Kind.STAFF) functions(number, file, read);
    }

    private void person(long number, String file, Kind kind, FeedRecord read)
            throws InterruptedException {
        var level = FeedRecord.parts(read.first("ENTEleveNiveau"));
        staging.add(
                Staging.Table.PERSON,
                number,
                file,
                kind.name(),
                read.id(),
                read.first("ENTPersonCivilite"),
                read.first("ENTPersonPrenom"),
                read.first("ENTPersonNom"),
                read.first("ENTPersonNomPatro"),
                day(file, read, read.first("ENTPersonDateNaissance")),
                read.first("ENTEleveINE"),
                read.first("ENTPersonMail"),
                read.first("ENTPersRelEleveTelMobile"),
                read.first("ENTPersonTelPerso"),
                read.first("ENTPersRelEleveTelPro"),
                street(read.first("ENTPersonAdresse")),
                read.first("ENTPersonCodePostal"),
                read.first("ENTPersonVille"),
                read.first("ENTPersonPays"),
                kind == Kind.GUARDIAN ? read.first("ENTPersonAdresseDiffusion").equals("O") : null,
                read.first("ENTPersonStructRattach"),
                FeedRecord.part(level, 0),
                FeedRecord.part(level, 1),
                FeedRecord.part(FeedRecord.parts(read.first("ENTEleveCycle")), 0));
    }

    private String day(String file, FeedRecord read, String written) throws InterruptedException {
        if (written.isEmpty()) return "";
        try {
            return LocalDate.parse(written, DAY).toString();
        } catch (DateTimeException e) {
            staging.reject(file, read.id(), "date illisible, laissée vide", true);
            return "";
        }
    }

    /** Four lines between dollars, of which most are empty. */
    private static String street(String value) {
        return Arrays.stream(FeedRecord.parts(value))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void classes(long number, String file, FeedRecord read, String kind, String attribute)
            throws InterruptedException {
        for (var value : read.all(attribute)) {
            var parts = FeedRecord.parts(value);
            var key = FeedRecord.part(parts, 3);
            if (key.isEmpty()) {
                staging.reject(
                        file, read.id(), "classe ou groupe sans identifiant, laissé de côté", true);
                continue;
            }
            var label = FeedRecord.part(parts, 4);
            staging.add(
                    Staging.Table.CLASS,
                    number,
                    FeedRecord.part(parts, 0),
                    kind,
                    key,
                    label.isEmpty() ? key : label,
                    entered(file, read, key));
        }
    }

    private String entered(String file, FeedRecord read, String classKey)
            throws InterruptedException {
        for (var value : read.all("ENTEleveDateEntreeClasses")) {
            var parts = FeedRecord.parts(value);
            if (FeedRecord.part(parts, 2).equals(classKey))
                return day(file, read, FeedRecord.part(parts, 1));
        }
        return "";
    }

    private void guardians(long number, String file, FeedRecord read) throws InterruptedException {
        for (var value : read.all("ENTEleveAutoriteParentale")) {
            var parts = FeedRecord.parts(value);
            var code = FeedRecord.part(parts, 1);
            if (code.isEmpty())
                staging.reject(file, read.id(), "lien sans code, compté « autre lien »", true);
            staging.add(
                    Staging.Table.LINK,
                    number,
                    FeedRecord.part(parts, 0),
                    code.isEmpty() ? "90" : code);
        }
    }

    /** Replacements have no school of their own: their functions tell where they work. */
    private void functions(long number, String file, FeedRecord read) throws InterruptedException {
        var teaches = read.first("ENTPersonCategorieEnseignant").equals("O");
        var hint = false;
        for (var value : read.all("ENTPersonFonctions")) {
            var parts = FeedRecord.parts(value);
            if (teaches || FeedRecord.part(parts, 1).equals("ENS"))
                function(number, FeedRecord.part(parts, 0), "TEACHER");
            hint |= FeedRecord.part(parts, 3).equals("D0000");
        }
        if (teaches)
            for (var school : read.all("ENTPersonStructRattach"))
                function(number, school, "TEACHER");
        for (var school : read.all("ENTEnsFonctionDir")) function(number, school, "DIRECTOR");
        if (hint && read.all("ENTEnsFonctionDir").isEmpty()) {
            staging.reject(
                    file,
                    read.id(),
                    "spécialité « direction » sans école dirigée : à confirmer, aucun droit donné",
                    true);
        }
    }

    private void function(long number, String structure, String role) throws InterruptedException {
        if (!structure.isEmpty()) staging.add(Staging.Table.FUNCTION, number, structure, role);
    }
}
