package fr.preau.liaison;

import fr.preau.directory.Picker;
import fr.preau.web.Actor;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sending: the note, its recipients as they are today, the fact and the end of the draft, all or nothing. */
@Component
class SendNote {
    private final Notes notes;
    private final Recipients recipients;
    private final Drafts drafts;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SendNote(Notes notes, Recipients recipients, Drafts drafts, ApplicationEventPublisher facts, Clock clock) {
        this.notes = notes;
        this.recipients = recipients;
        this.drafts = drafts;
        this.facts = facts;
        this.clock = clock;
    }

    /** The form and the recipients have passed the policy. Returns the note's number. */
    long send(Actor author, NoteForm form, Picker picker) {
        var school = schoolOf(picker);
        var note = notes.write(author, form, school, picker, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var children = recipients.fix(school, note, picker);
        drafts.discard(author.account(), Drafts.NEW);
        facts.publishEvent(new NoteSent(school, note, author.account(), author.person(), children));
        return note;
    }

    private static long schoolOf(Picker picker) {
        return LongStream.concat(
                        picker.chosenCircles().stream().mapToLong(Picker.Circle::school),
                        picker.chosenFamilies().stream().mapToLong(Picker.Family::school))
                .findFirst()
                .orElseThrow();
    }
}
