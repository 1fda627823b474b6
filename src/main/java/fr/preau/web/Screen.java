package fr.preau.web;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a template may ask besides its page: the visit, the chrome, the day, and what a form must carry. */
public record Screen(@Nullable Visit visit, Chrome chrome, Assets assets, String csrf, LocalDate today, boolean demo, String path, @Nullable String flash) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A fresh key for one form: the same key sent twice has one effect and the same answer. */
    public String once() {
        var key = new byte[16];
        RANDOM.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    public Ambience ambience() {
        return visit == null ? Ambience.ADULTE : visit.ambience();
    }

    public Comfort comfort() {
        return visit == null ? Comfort.USUAL : visit.comfort();
    }

    public String day(LocalDate day) {
        return Dates.day(day, today);
    }

    public String moment(Instant moment) {
        return Dates.moment(moment, today);
    }
}
