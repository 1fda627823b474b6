package fr.preau.familynotes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A note from a family, as its author and the school read it. */
public record FamilyNote(
        long school,
        String schoolName,
        @Nullable String phone,
        long id,
        Kind kind,
        long child,
        String firstName,
        String lastName,
        String guardian,
        @Nullable String classLabel,
        String body,
        @Nullable String leavesWith,
        @Nullable LocalDate leavesOn,
        @Nullable LocalTime leavesAt,
        boolean toDirection,
        boolean paused,
        Instant sentAt,
        @Nullable Instant recalledAt,
        @Nullable Answer answer,
        @Nullable String answerWords,
        @Nullable String answerer,
        @Nullable Instant answeredAt) {
    private static final int EXCERPT = 70;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H 'h' mm");

    public FamilyNote {
        phone = Telephone.said(phone);
    }

    public String path() {
        return FamilyNotesController.PLACE + "/" + id;
    }

    public boolean isAnswered() {
        return answeredAt != null;
    }

    public boolean isRecalled() {
        return recalledAt != null;
    }

    public String childName() {
        return firstName + " " + lastName;
    }

    /** « CP A », or the school of a child without a class. */
    public String place() {
        return classLabel == null ? schoolName : classLabel;
    }

    public List<String> lines() {
        return body.lines().filter(line -> !line.isBlank()).toList();
    }

    public List<String> answerLines() {
        return answerWords == null
                ? List.of()
                : answerWords.lines().filter(line -> !line.isBlank()).toList();
    }

    /** Who comes and when; empty for the other kinds. */
    public String pickUp() {
        var leaves = leaves();
        return leaves.isEmpty() ? "" : "L" + leaves.substring(1);
    }

    /** « le mardi 10 septembre à 15 h 45, avec… » */
    private String leaves() {
        if (leavesWith == null || leavesOn == null) return "";
        var day = Dates.full(leavesOn);
        return leavesAt == null
                ? t("familynotes.pick-up", day, leavesWith)
                : t("familynotes.pick-up.at", day, TIME.format(leavesAt), leavesWith);
    }

    /** « Yanis, sortie d’aujourd’hui à 15 h 45 : sa tante »; asked of a pick-up. */
    String forToday() {
        return leavesAt == null
                ? t("familynotes.today", firstName, leavesWith)
                : t("familynotes.today.at", firstName, TIME.format(leavesAt), leavesWith);
    }

    /** One line of it, for lists; of what was taken back the school reads no words. */
    public String headline() {
        if (isRecalled()) return kind.label();
        if (kind == Kind.PICK_UP) return kind.label() + "\u00a0: " + leaves();
        var first = lines().isEmpty() ? "" : lines().getFirst();
        var points = first.codePoints().toArray();
        return kind.label()
                + "\u00a0: "
                + (points.length <= EXCERPT ? first : new String(points, 0, EXCERPT) + "…");
    }

    /** The day of which it speaks is past: nobody waits for an answer. */
    public boolean isOver(LocalDate today) {
        return leavesOn != null && leavesOn.isBefore(today) && !isAnswered() && !isRecalled();
    }

    /** It is for this day and nobody has answered: the telephone is surer. */
    public boolean isUrgent(LocalDate today) {
        return today.equals(leavesOn) && !isAnswered() && !isRecalled();
    }
}
