package fr.preau.signins;

import fr.preau.web.Fact;
import java.time.Instant;
import java.time.LocalDate;

/** The journal of a day has been downloaded. */
public record SignInsTaken(Long school, Long account, Long person, LocalDate day, Instant at)
        implements Fact {
    @Override
    public String subject() {
        return "day " + day;
    }

    @Override
    public String identity() {
        return "SignInsTaken " + account + " " + school + " " + at;
    }
}
