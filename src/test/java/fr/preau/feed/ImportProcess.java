package fr.preau.feed;

import fr.preau.Preau;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The real program importing in a process of its own, with its database in a folder of its own. */
final class ImportProcess implements AutoCloseable {
    private final Process process;
    private final List<String> told = new ArrayList<>();

    ImportProcess(Path data, Path delivery) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of(
                        java,
                        "-Xmx256m",
                        // A short life: the second compiler would not have its return.
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.net.preferIPv4Stack=true",
                        "-cp",
                        programOnly(),
                        Preau.class.getName(),
                        "import",
                        delivery.toString());
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PREAU_"));
        builder.environment().put("PREAU_DATA", data.toString());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        this.process = builder.start();
    }

    /** What tests add to the application is not in the program. */
    private static String programOnly() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until so many lines were told; false when the program has ended before. */
    boolean tells(int lines) throws IOException {
        while (told.size() < lines) if (!hears()) return false;
        return true;
    }

    private boolean hears() throws IOException {
        var line = process.errorReader().readLine();
        if (line == null) return false;
        // The virtual machine's own warnings are nobody's progress.
        if (!line.startsWith("WARNING") && !line.startsWith("OpenJDK")) told.add(line);
        return true;
    }

    /** The program dies at once; its PostgreSQL lives on, as after a real kill. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Hears everything to the end and answers the exit code. */
    int end() throws IOException, InterruptedException {
        while (hears()) continue;
        return process.waitFor();
    }

    List<String> told() {
        return told;
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
