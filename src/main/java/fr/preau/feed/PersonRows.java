package fr.preau.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    void add(long number, Reading.File file, Kind kind, FeedRecord read)
            throws InterruptedException {
        if (empties(read, "ENTPersonNom") || empties(read, "ENTPersonPrenom")) {
            staging.reject(file.name(), read.id(), "nom ou prénom absent", false);
            return;
        }
        if (kind == Kind.PUPIL && empties(read, "ENTPersonStructRattach")) {
            staging.reject(file.name(), read.id(), "élève sans école", false);
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

    void leave(long number, Reading.File file, Kind kind, FeedRecord read)
            throws InterruptedException {
        staging.add(Staging.Table.LEAVER, number, file.number(), kind.name(), read.id());
    }

    /** A whole record must say it; a partial one may be silent about it. */
    private static boolean empties(FeedRecord read, String attribute) {
        var whole = read.request() == FeedRecord.Request.ADD;
        return (whole || read.says(attribute)) && read.first(attribute).isEmpty();
    }

    private void person(long number, Reading.File file, Kind kind, FeedRecord read)
            throws InterruptedException {
        var level = FeedRecord.parts(read.first("ENTEleveNiveau"));
        staging.add(
                Staging.Table.PERSON,
                number,
                file.number(),
                read.request() == FeedRecord.Request.MODIFY ? Said.by(read) : null,
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
                FeedRecord.part(FeedRecord.parts(read.first("ENTEleveCycle")), 0),
                yes(read, "ENTEleveRestaurantScolaire"),
                yes(read, "ENTEleveTransport"),
                yes(read, "ENTEleveGarderieMatin"),
                yes(read, "ENTEleveGarderieSoir"),
                yes(read, "ENTEleveEtudesSurveillees"));
    }

    private static @Nullable Boolean yes(FeedRecord read, String attribute) {
        return switch (read.first(attribute)) {
            case "O" -> true;
            case "N" -> false;
            default -> null;
        };
    }

    private String day(Reading.File file, FeedRecord read, String written)
            throws InterruptedException {
        if (written.isEmpty()) return "";
        try {
            return LocalDate.parse(written, DAY).toString();
        } catch (DateTimeException e) {
            staging.reject(file.name(), read.id(), "date illisible, laissée vide", true);
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

    private void classes(
            long number, Reading.File file, FeedRecord read, String kind, String attribute)
            throws InterruptedException {
        for (var value : read.all(attribute)) {
            var parts = FeedRecord.parts(value);
            var key = FeedRecord.part(parts, 3);
            if (key.isEmpty()) {
                staging.reject(
                        file.name(),
                        read.id(),
                        "classe ou groupe sans identifiant, laissé de côté",
                        true);
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
                    dated(file, read, "ENTEleveDateEntreeClasses", key),
                    dated(file, read, "ENTEleveDateSortieClasses", key));
        }
    }

    /** {@code idStruct$dd/MM/yyyy$idClasse} of this class. */
    private String dated(Reading.File file, FeedRecord read, String attribute, String classKey)
            throws InterruptedException {
        for (var value : read.all(attribute)) {
            var parts = FeedRecord.parts(value);
            if (FeedRecord.part(parts, 2).equals(classKey))
                return day(file, read, FeedRecord.part(parts, 1));
        }
        return "";
    }

    private void guardians(long number, Reading.File file, FeedRecord read)
            throws InterruptedException {
        for (var value : read.all("ENTEleveAutoriteParentale")) {
            var parts = FeedRecord.parts(value);
            var code = FeedRecord.part(parts, 1);
            if (code.isEmpty())
                staging.reject(
                        file.name(), read.id(), "lien sans code, compté « autre lien »", true);
            staging.add(
                    Staging.Table.LINK,
                    number,
                    FeedRecord.part(parts, 0),
                    code.isEmpty() ? "90" : code);
        }
    }

    /** A partial record silent about it: the directory knows whether this person teaches. */
    static final String IF_TEACHES = "TEACHER_IF_SO";

    /** Replacements have no school of their own: their functions tell where they work. */
    private void functions(long number, Reading.File file, FeedRecord read)
            throws InterruptedException {
        var silent =
                read.request() == FeedRecord.Request.MODIFY
                        && !read.says("ENTPersonCategorieEnseignant");
        var teaches = silent || read.first("ENTPersonCategorieEnseignant").equals("O");
        var role = silent ? IF_TEACHES : "TEACHER";
        var hint = false;
        for (var value : read.all("ENTPersonFonctions")) {
            var parts = FeedRecord.parts(value);
            var says = FeedRecord.part(parts, 1).equals("ENS");
            if (teaches || says)
                function(number, FeedRecord.part(parts, 0), says ? "TEACHER" : role);
            hint |= FeedRecord.part(parts, 3).equals("D0000");
        }
        if (teaches)
            for (var school : read.all("ENTPersonStructRattach")) function(number, school, role);
        for (var school : read.all("ENTEnsFonctionDir")) function(number, school, "DIRECTOR");
        if (hint && read.all("ENTEnsFonctionDir").isEmpty()) {
            staging.reject(
                    file.name(),
                    read.id(),
                    "spécialité « direction » sans école dirigée : à confirmer, aucun droit donné",
                    true);
        }
    }

    private void function(long number, String structure, String role) throws InterruptedException {
        if (!structure.isEmpty()) staging.add(Staging.Table.FUNCTION, number, structure, role);
    }
}
