package fr.preau.web;

import java.util.List;

/** An operator's command: {@code java -jar preau.jar name …}. */
public interface Command {
    String name();

    /** Returns the exit code: 0 done, 1 failed, 2 wrong usage. */
    int run(List<String> arguments);
}
