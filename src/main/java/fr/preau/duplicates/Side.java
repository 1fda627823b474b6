package fr.preau.duplicates;

import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the two persons of a pair, with what it carries. */
public record Side(
        long id,
        String firstName,
        String lastName,
        @Nullable LocalDate birthDate,
        String ine,
        String email,
        String phone,
        String source,
        boolean inFeed,
        String classes,
        String teaches,
        String children,
        String guardians,
        String login,
        String state,
        @Nullable Instant lastSignInAt,
        long written,
        long received,
        long signed) {
    public String name() {
        return firstName + " " + lastName;
    }

    /** « Compte utilisé le 4 septembre 2024 », « Compte jamais utilisé », « Aucun compte ». */
    String account() {
        if (login.isEmpty()) return t("duplicates.account.none");
        if (lastSignInAt == null) return t("duplicates.account.unused", login);
        return t(
                "duplicates.account.used",
                login,
                Dates.onPaper(LocalDate.ofInstant(lastSignInAt, Dates.SCHOOL_TIME)));
    }

    String said(String field) {
        return switch (field) {
            case "first" -> firstName;
            case "last" -> lastName;
            case "birth" -> birthDate == null ? "" : Dates.onPaper(birthDate);
            case "ine" -> ine;
            case "email" -> email;
            case "phone" -> phone;
            case "classes" -> classes;
            case "teaches" -> teaches;
            case "children" -> children;
            case "guardians" -> guardians;
            case "account" -> account();
            case "notes" -> notes();
            default -> t("duplicates.source." + source);
        };
    }

    private String notes() {
        var said = new ArrayList<String>();
        if (written > 0) said.add(t("duplicates.notes.written", written));
        if (received > 0) said.add(t("duplicates.notes.received", received, signed));
        return said.isEmpty() ? t("duplicates.notes.none") : String.join(", ", said);
    }

    /** The one proposed to stay: used, then known to the feed, then the older row. */
    static Side better(List<Side> sides) {
        return sides.stream()
                .min(
                        java.util.Comparator.comparing((Side side) -> side.lastSignInAt() == null)
                                .thenComparing(side -> !side.inFeed())
                                .thenComparing(Side::id))
                .orElseThrow();
    }
}
