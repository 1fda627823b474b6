package fr.preau.feed;

import fr.preau.web.Command;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * The command {@code import}: what an operator types, and the exit code that their script reads.
 */
@Component
public final class ImportCommand implements Command {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int UNUSABLE = 2;
    public static final int STOPPED = 3;

    private static final Logger log = LoggerFactory.getLogger(ImportCommand.class);

    private static final String HELP =
            """
            Importe des livraisons AAF 1D dans l'annuaire.

              java -jar preau.jar import DOSSIER [--academy 11|16] [--dry-run] [--accept-shrink] [--force]

            DOSSIER           un dossier, lu jusqu'au fond, ou une archive (.tgz, .tar.gz, .zip) : pour chaque académie, la dernière
                              livraison complète (Complet), puis les livraisons partielles (Delta) qui la suivent, dans l'ordre des dates
            --academy         11 Montpellier, 16 Toulouse ; inutile quand les fichiers le disent
            --dry-run         essai à blanc : tout est lu, comparé et dit, rien n'est écrit
            --accept-shrink   accepte une livraison qui fait partir beaucoup de monde
            --force           relit une livraison déjà importée, ou plus ancienne que la dernière

            Les fiches inutilisables sont écrites dans le rapport, le reste entre. Rejouer la même livraison ne change rien.
            Une livraison complète ne parle que des écoles qu'elle contient ; qui n'y est plus est en partance, jamais effacé aussitôt.
            Codes de sortie : 0 importé (même avec des rejets), 1 échec, rien n'a été écrit, 2 commande ou dossier inutilisable,
            3 livraison vide ou trop réduite : rien n'a été écrit, une personne doit décider.
            """;

    private final DirectoryImport imports;

    ImportCommand(DirectoryImport imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> args) {
        return run(args, System.out, System.err);
    }

    int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help") || args.contains("-h")) {
            out.print(HELP);
            return DONE;
        }
        var options = ImportOptions.USUAL;
        var folder = Optional.<Path>empty();
        for (var i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            if (arg.equals("--academy") && i + 1 < args.size())
                options = options.of(Optional.of(args.get(++i)));
            else if (arg.startsWith("--academy="))
                options = options.of(Optional.of(arg.substring("--academy=".length())));
            else if (arg.equals("--dry-run")) options = options.rehearsed();
            else if (arg.equals("--accept-shrink")) options = options.accepted();
            else if (arg.equals("--force")) options = options.forced();
            else if (arg.startsWith("-") || folder.isPresent())
                return misused("Argument inattendu : " + arg, err);
            else folder = Optional.of(Path.of(arg));
        }
        if (folder.isEmpty()) return misused("Il manque le dossier de la livraison.", err);
        return run(folder.get(), options, out, err);
    }

    private int run(Path folder, ImportOptions options, PrintStream out, PrintStream err) {
        try {
            var reports = imports.importFolder(folder, options, new Told(err));
            for (var report : reports) out.println(report.text());
            return reports.stream().anyMatch(r -> r.fate() == ImportReport.Fate.STOPPED)
                    ? STOPPED
                    : DONE;
        } catch (Delivery.Unreadable e) {
            err.println(e.getMessage());
            return UNUSABLE;
        } catch (RuntimeException e) {
            // The database's words may quote a row, so a child's name: only the kind of failure is
            // written.
            var cause = NestedExceptionUtils.getMostSpecificCause(e);
            var state = cause instanceof SQLException sql ? " " + sql.getSQLState() : "";
            log.error(
                    "import failed: {}{} at {}",
                    cause.getClass().getName(),
                    state,
                    List.of(cause.getStackTrace()).stream().limit(3).toList());
            err.println(
                    "L'import a échoué ("
                            + cause.getClass().getSimpleName()
                            + state
                            + ") : rien n'a été écrit dans l'annuaire.");
            return FAILED;
        }
    }

    private static int misused(String reason, PrintStream err) {
        err.println(reason);
        err.print(HELP);
        return UNUSABLE;
    }

    /** Progress for a terminal: one line at a time, so that it also reads well in a file. */
    private record Told(PrintStream err) implements Progress {
        @Override
        public void records(String file, long records, int percent) {
            err.println(file + " : " + percent + " % (" + records + " fiches en tout)");
        }

        @Override
        public void file(String file, long records) {
            err.println(file + " : " + records + (records == 1 ? " fiche lue" : " fiches lues"));
        }

        @Override
        public void step(String words) {
            err.println(words + "…");
        }
    }
}
