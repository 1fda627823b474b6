package fr.preau.liaison;

import fr.preau.directory.Circles;
import fr.preau.directory.Picker;
import fr.preau.web.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Sending: the note, its recipients as they are today, the fact and the end of the draft, all or
 * nothing.
 */
@Component
public class SendNote {
    private final Notes notes;
    private final Recipients recipients;
    private final Decisions decisions;
    private final Circles circles;
    private final Drafts drafts;
    private final Telling telling;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SendNote(
            Notes notes,
            Recipients recipients,
            Decisions decisions,
            Circles circles,
            Drafts drafts,
            Telling telling,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.notes = notes;
        this.recipients = recipients;
        this.decisions = decisions;
        this.circles = circles;
        this.drafts = drafts;
        this.telling = telling;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Sends to the families of the classes so called, as the author would from the screen, and
     * tells them at whatever hour; for the demo's world. Returns the note's number.
     */
    public long toClass(Actor author, NoteForm form, String label) {
        var families =
                circles.familiesFor(author, List.of()).circles().stream()
                        .filter(circle -> label.equals(circle.label()))
                        .findFirst()
                        .orElseThrow();
        var now = now();
        return send(
                author,
                form,
                List.of(),
                circles.familiesFor(author, List.of(families.value())),
                now,
                now,
                false);
    }

    /**
     * The form, the recipients and the urgency have passed the policy. Returns the note's number.
     */
    long send(Actor author, NoteForm form, List<Choice> choices, Picker picker, UrgentForm urgent) {
        var now = now();
        var opens = telling.opensAt(schoolOf(picker), now);
        var told = urgent.asked() ? now : opens;
        var note = send(author, form, choices, picker, now, told, urgent.asked());
        if (urgent.asked())
            telling.letThrough(author, schoolOf(picker), note, urgent.reason(), opens);
        return note;
    }

    private long send(
            Actor author,
            NoteForm form,
            List<Choice> choices,
            Picker picker,
            Instant now,
            Instant told,
            boolean urgent) {
        var school = schoolOf(picker);
        var note = notes.write(author, form, !choices.isEmpty(), school, picker, now, told, urgent);
        decisions.offer(school, note, choices);
        var children = recipients.fix(school, note, picker);
        drafts.discard(author.account(), Drafts.NEW);
        facts.publishEvent(new NoteSent(school, note, author.account(), author.person(), children));
        return note;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static long schoolOf(Picker picker) {
        return LongStream.concat(
                        picker.chosenCircles().stream().mapToLong(Picker.Circle::school),
                        picker.chosenFamilies().stream().mapToLong(Picker.Family::school))
                .findFirst()
                .orElseThrow();
    }
}
