package fr.preau.web;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a template may ask besides its page: the visit, the chrome, the day, and what a form must
 * carry.
 */
public record Screen(
        @Nullable Visit visit,
        Chrome chrome,
        Assets assets,
        String csrf,
        LocalDate today,
        boolean demo,
        String path,
        @Nullable String flash) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A fresh key for one form: the same key sent twice has one effect and the same answer. */
    public String once() {
        var key = new byte[16];
        RANDOM.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    public Ambience ambience(Page page) {
        var asked = page.ambience();
        if (asked != null) return asked;
        return visit == null ? Ambience.ADULTE : visit.ambience();
    }

    /** The value of a comfort attribute of {@code <html>}; null leaves it out. */
    public @Nullable String chosen(String setting) {
        return visit == null ? null : visit.comfort().settings().get(setting);
    }

    /** « Enseignante, CP A » without guessing a gender: the profile, then where. */
    public String hat(Profile profile, String place) {
        var label = Wording.t("web.profile." + profile.name());
        return place.isBlank()
                ? label
                : Wording.t(
                        "web.hat." + (profile == Profile.GUARDIAN ? "guardian" : "other"),
                        label,
                        place);
    }

    /** Whether the entry of the navigation is where we are. */
    public boolean isAt(String entry) {
        return entry.equals("/")
                ? path.equals("/")
                : path.equals(entry) || path.startsWith(entry + "/");
    }

    /** Whether this address leads anywhere: a link to a closed service is not shown. */
    public boolean opens(String path) {
        return chrome.opens(path);
    }

    /** Whether something may be written here: not in a school that is only read. */
    public boolean writes() {
        return chrome.writes();
    }

    public String initials(String name) {
        var words = name.strip().split("[ -]+");
        return words.length < 2
                ? name.substring(0, Math.min(2, name.length()))
                : words[0].substring(0, 1) + words[words.length - 1].charAt(0);
    }

    /** One of eight colours, always the same for a child. */
    public long colour(long child) {
        return colourOf(child);
    }

    /**
     * The same. Steps aside after each dozen, as many as there are animals: of ninety-six children
     * who entered one after the other, as classes do, no two share both.
     */
    public static long colourOf(long child) {
        return Math.floorMod(child + Math.floorDiv(child, 12), 8) + 1;
    }

    /** Whether the visitor is a child, spoken to with « tu ». */
    public boolean child() {
        return visit != null && visit.actor().profile() == Profile.PUPIL;
    }

    public String longToday() {
        return Dates.full(today);
    }

    public String day(LocalDate day) {
        return Dates.day(day, today);
    }

    public String onPaper(LocalDate day) {
        return Dates.onPaper(day);
    }

    public String onPaper(Instant moment) {
        return Dates.onPaper(LocalDate.ofInstant(moment, Dates.SCHOOL_TIME));
    }

    public String time(Instant moment) {
        return Dates.time(moment);
    }

    public String moment(Instant moment) {
        return Dates.moment(moment, today);
    }
}
