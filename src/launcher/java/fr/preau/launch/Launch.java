package fr.preau.launch;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first class of the jar. Préau needs Java 25; when an older {@code java} was typed (this class
 * runs on 17), the same command is started again with a JDK 25 of this machine, or a message says
 * which one to install.
 */
public final class Launch {
    private static final int NEEDED = 25;

    private Launch() {}

    public static void main(String[] arguments) throws Exception {
        if (Runtime.version().feature() >= NEEDED) {
            Class.forName("fr.preau.Preau")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
            return;
        }
        var newer = newerJava();
        if (newer == null) {
            System.err.println(
                    "Préau demande Java "
                            + NEEDED
                            + " ou plus récent (Temurin, par exemple). Installez-le, ou indiquez-le dans JAVA_HOME.");
            System.exit(2);
        }
        System.exit(startAgain(newer, arguments));
    }

    private static int startAgain(Path newer, String[] arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(newer.toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-jar", new File(System.getProperty("java.class.path")).getPath()));
        command.addAll(List.of(arguments));
        var child = new ProcessBuilder(command).inheritIO().start();
        // A stop of this process is a stop of the real one, PostgreSQL included.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            child.destroy();
                            try {
                                child.waitFor();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }));
        return child.waitFor();
    }

    private static Path newerJava() throws IOException {
        var homes = new ArrayList<Path>();
        var named = System.getenv("JAVA_HOME");
        if (named != null) homes.add(Path.of(named));
        for (var folder :
                List.of(
                        "/usr/lib/jvm",
                        "/opt",
                        "/Library/Java/JavaVirtualMachines",
                        System.getProperty("user.home") + "/.sdkman/candidates/java",
                        System.getProperty("user.home") + "/.jdks")) {
            if (!Files.isDirectory(Path.of(folder))) continue;
            try (Stream<Path> inside = Files.list(Path.of(folder))) {
                inside.forEach(homes::add);
            }
        }
        for (var home : homes) {
            if (version(home) >= NEEDED && Files.isExecutable(home.resolve("bin/java")))
                return home.resolve("bin/java");
        }
        return null;
    }

    /**
     * The major version that the JDK says of itself in its file {@code release}; 0 when it says
     * nothing.
     */
    private static int version(Path home) throws IOException {
        var release = home.resolve("release");
        if (!Files.isReadable(release)) return 0;
        for (var line : Files.readAllLines(release)) {
            if (line.startsWith("JAVA_VERSION="))
                return Integer.parseInt(line.replaceAll("[^0-9.]", "").split("\\.")[0]);
        }
        return 0;
    }
}
