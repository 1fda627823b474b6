package fr.preau.liaison;

import fr.preau.web.Fact;

/**
 * The words or the deadline of a note have changed; {@code again}: the signatures given so far were
 * taken back and are asked for anew.
 */
public record NoteCorrected(
        Long school,
        long note,
        long correction,
        Long account,
        Long person,
        boolean again,
        int signatures)
        implements Fact {
    @Override
    public String identity() {
        return "note-corrected " + note + " " + correction;
    }

    @Override
    public String subject() {
        return "note " + note + " correction " + correction;
    }
}
