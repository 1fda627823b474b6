package fr.preau.feed;

import fr.preau.web.Fact;
import org.jspecify.annotations.Nullable;

/** A delivery has entered the directory. */
public record DeliveryImported(long run, String academy, long changes) implements Fact {
    @Override
    public String identity() {
        return "delivery-" + run;
    }

    @Override
    public @Nullable Long school() {
        return null;
    }

    @Override
    public @Nullable Long account() {
        return null;
    }

    @Override
    public String subject() {
        return "delivery " + run;
    }
}
