package fr.preau.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.OpenedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import killed at any moment leaves nothing half done: run again, it ends where an import that
 * nobody disturbed ends. Three moments each time, fifty when everything is proved.
 */
class KilledImportTest {
    private static final boolean EVERYTHING = "full".equals(System.getProperty("preau.proof"));
    private static final int MOMENTS = EVERYTHING ? 50 : 3;
    private static final int SCHOOLS = EVERYTHING ? 40 : 8;

    @TempDir static Path folder;

    private static Path full;
    private static Path followed;

    /** A folder whose database is there and empty: what every import starts from. */
    private static Path empty;

    @BeforeAll
    static void prepared() throws Exception {
        full = new GeneratedRegion(folder.resolve("full"), SCHOOLS).folder;
        followed = new GeneratedRegion(folder.resolve("followed"), SCHOOLS, "--delta").folder;
        empty = folder.resolve("empty");
        try (var program =
                new ImportProcess(empty, Files.createDirectory(folder.resolve("none")))) {
            assertThat(program.end()).isEqualTo(ImportCommand.UNUSABLE);
        }
    }

    @Test
    void an_import_killed_at_any_moment_and_run_again_ends_where_an_undisturbed_one_does()
            throws Exception {
        var imported = killedAtAnyMoment(empty, full);
        killedAtAnyMoment(imported, followed);
    }

    /** Answers the folder of the undisturbed import. */
    private Path killedAtAnyMoment(Path before, Path delivery) throws Exception {
        var undisturbed = copied(before, delivery.getFileName() + "-undisturbed");
        var lines = imports(undisturbed, delivery);
        var expected = dump(undisturbed);
        assertThat(expected.text()).as("the premise: something entered").contains("11/3400001");
        var chance = new Random(20240902);
        var killed = 0;
        for (var moment = 1; moment <= MOMENTS; moment++) {
            var line = chance.nextInt(lines) + 1;
            var data = copied(before, delivery.getFileName() + "-killed");
            if (isKilled(data, delivery, line)) killed++;
            var found = resumed(data, delivery);
            if (!found.digest().equals(expected.digest()))
                throw new AssertionError(
                        "killed after line %d of %d: %s"
                                .formatted(line, lines, found.differenceTo(expected)));
            removed(data);
        }
        assertThat(killed).as("moments before the end").isPositive();
        return undisturbed;
    }

    /** How many lines an import tells when it goes to its end. */
    private static int imports(Path data, Path delivery) throws Exception {
        try (var program = new ImportProcess(data, delivery)) {
            assertThat(program.end()).as("%s", program.told()).isEqualTo(ImportCommand.DONE);
            return program.told().size();
        }
    }

    /** Looked at even when the import has failed: that stops what a kill has left running. */
    private static CanonicalDump resumed(Path data, Path delivery) throws Exception {
        CanonicalDump found;
        try {
            imports(data, delivery);
        } finally {
            found = dump(data);
        }
        return found;
    }

    /** False when the program had ended before its moment: then it counts as killed after. */
    private static boolean isKilled(Path data, Path delivery, int line) throws Exception {
        try (var program = new ImportProcess(data, delivery)) {
            return program.tells(line);
        }
    }

    private static CanonicalDump dump(Path data) throws Exception {
        try (var server = new OpenedFolder(data);
                var database = server.connect()) {
            return CanonicalDump.of(database);
        }
    }

    private static Path copied(Path from, String name) throws Exception {
        var to = folder.resolve(name);
        run("cp", "-a", from.toString(), to.toString());
        return to;
    }

    private static void removed(Path data) throws Exception {
        run("rm", "-rf", data.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
