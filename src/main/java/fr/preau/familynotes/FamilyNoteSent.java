package fr.preau.familynotes;

import fr.preau.web.Fact;

/** A guardian has written to the class of one child. */
public record FamilyNoteSent(Long school, long note, long pupil, Long account, Long person)
        implements Fact {
    @Override
    public String identity() {
        return "family-note-sent " + note;
    }

    @Override
    public String subject() {
        return "family-note " + note + " pupil " + pupil;
    }
}
