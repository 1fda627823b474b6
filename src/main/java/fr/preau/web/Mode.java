package fr.preau.web;

import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Demo, test or production: whether the cast is listed at the door, and what is refused at the
 * start.
 */
@Component
public final class Mode {
    private enum Kind {
        DEMO,
        TEST,
        PRODUCTION
    }

    private final Kind kind;
    private final boolean command;

    Mode(Environment settings) {
        this.kind =
                Kind.valueOf(settings.getProperty("preau.mode", "demo").toUpperCase(Locale.ROOT));
        this.command = settings.containsProperty("preau.command");
    }

    /**
     * Whether this process serves pages. An operator's command does not: what can be done behind
     * its work is left to the nodes that serve.
     */
    public boolean serves() {
        return !command;
    }

    public boolean isDemo() {
        return kind == Kind.DEMO;
    }

    /** Demo or test: the invented commune is there, and so is the gallery. */
    public boolean isPlayground() {
        return kind != Kind.PRODUCTION;
    }
}
