package fr.preau.familynotes;

import fr.preau.web.Fact;

/** A guardian has taken a note back before anybody answered it. */
public record FamilyNoteRecalled(Long school, long note, long pupil, Long account, Long person)
        implements Fact {
    @Override
    public String identity() {
        return "family-note-recalled " + note;
    }

    @Override
    public String subject() {
        return "family-note " + note + " pupil " + pupil;
    }
}
