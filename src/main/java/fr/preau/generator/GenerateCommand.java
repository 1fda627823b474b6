package fr.preau.generator;

import fr.preau.web.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command {@code generate}: an invented région to try with, without a database. */
public final class GenerateCommand implements Command {
    private static final String HELP =
            """
            Écrit les livraisons AAF 1D d'une région inventée, pour essayer ou mesurer un import.

              java -jar preau.jar generate --schools N --out DOSSIER [--seed S] [--date aaaaMMjj] [--delta] [--days K] [--faults]

            --schools   nombre d'écoles, les deux académies ensemble (4500 : toute l'Occitanie, environ 1,25 million de personnes, 2 Go)
            --out       dossier où écrire montpellier/ et toulouse/
            --seed      les mêmes arguments donnent les mêmes fichiers, à l'octet près (1 par défaut)
            --date      jour de la livraison complète (20240902 par défaut)
            --delta     écrit aussi la livraison partielle du lendemain, environ 1 % des personnes
            --days      ou celles des K jours suivants
            --faults    y glisse les fiches fautives que les vraies livraisons contiennent

            Tout est inventé : personnes, communes, courriels et téléphones. Aucune base n'est touchée.
            Codes de sortie : 0 écrit, 1 échec, 2 commande inutilisable.
            """;

    @Override
    public String name() {
        return "generate";
    }

    @Override
    public int run(List<String> arguments) {
        return run(arguments, System.out, System.err);
    }

    int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(HELP);
            return 0;
        }
        try {
            return write(wanted(arguments), out, err);
        } catch (Misused e) {
            err.println(e.getMessage());
            err.print(HELP);
            return 2;
        }
    }

    private static int write(Wanted wanted, PrintStream out, PrintStream err) {
        var started = System.nanoTime();
        try {
            var written = new Region(wanted, err::println).write();
            out.println(summary(wanted, written));
            out.printf(Locale.FRENCH, "Durée : %.1f s%n", (System.nanoTime() - started) / 1e9);
            return 0;
        } catch (IOException | java.io.UncheckedIOException e) {
            err.println("Les fichiers n'ont pas pu être écrits : " + e.getMessage());
            return 1;
        }
    }

    private static String summary(Wanted wanted, Map<Category, Long> written) {
        return "%s : %d structures, %d élèves, %d responsables, %d personnels"
                .formatted(
                        wanted.folder(),
                        written.get(Category.STRUCTURE),
                        written.get(Category.PUPIL),
                        written.get(Category.GUARDIAN),
                        written.get(Category.STAFF));
    }

    private static Wanted wanted(List<String> arguments) throws Misused {
        var schools = 0;
        var seed = 1L;
        Path folder = null;
        var day = LocalDate.of(2024, 9, 2);
        var partials = 0;
        var faults = false;
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            switch (argument) {
                case "--schools" -> schools = (int) number(arguments, ++i, 2, 40_000);
                case "--seed" -> seed = number(arguments, ++i, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--out" -> folder = Path.of(value(arguments, ++i));
                case "--date" -> day = day(value(arguments, ++i));
                case "--delta" -> partials = Math.max(partials, 1);
                case "--days" -> partials = (int) number(arguments, ++i, 1, 60);
                case "--faults" -> faults = true;
                default -> throw new Misused("Argument inattendu : " + argument);
            }
        }
        return new Wanted(given(schools), seed, given(folder), day, partials, faults);
    }

    private static int given(int schools) throws Misused {
        if (schools == 0) throw new Misused("Il manque le nombre d'écoles (--schools).");
        return schools;
    }

    private static Path given(@Nullable Path folder) throws Misused {
        if (folder == null) throw new Misused("Il manque le dossier où écrire (--out).");
        return folder;
    }

    private static String value(List<String> arguments, int at) throws Misused {
        if (at < arguments.size()) return arguments.get(at);
        throw new Misused("Il manque une valeur après " + arguments.getLast() + ".");
    }

    private static long number(List<String> arguments, int at, long least, long most)
            throws Misused {
        var value = value(arguments, at);
        try {
            var number = Long.parseLong(value);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            // Said below, like a number out of bounds.
        }
        throw new Misused("Valeur inattendue après " + arguments.get(at - 1) + " : " + value);
    }

    private static LocalDate day(String value) throws Misused {
        try {
            return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new Misused("Date inattendue : " + value + " (attendu : aaaaMMjj).");
        }
    }

    /** A command that cannot be understood, with the reason in French. */
    private static final class Misused extends Exception {
        Misused(String reason) {
            super(reason);
        }
    }
}
