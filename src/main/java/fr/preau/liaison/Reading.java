package fr.preau.liaison;

import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts together what a guardian sees of a note: on opening it, and again when a signature or an
 * answer is refused.
 */
@Component
class Reading {
    private final Receipts receipts;
    private final Corrections corrections;
    private final Voices voices;

    Reading(Receipts receipts, Corrections corrections, Voices voices) {
        this.receipts = receipts;
        this.corrections = corrections;
        this.voices = voices;
    }

    ReadPage open(Actor guardian, Note note) {
        var mine = receipts.of(guardian, note);
        receipts.see(guardian, note, mine);
        return new ReadPage(
                note, mine, corrections.of(note), new Problems(), null, false, isVoiced(note));
    }

    ReadPage refuse(Actor guardian, Note note, Problems problems, ReadPage.@Nullable Typed typed) {
        return new ReadPage(
                note,
                receipts.of(guardian, note),
                corrections.of(note),
                problems,
                typed,
                false,
                isVoiced(note));
    }

    boolean isVoiced(Note note) {
        return voices.has(note);
    }

    Receipt receiptFor(Actor guardian, Note note, long child) {
        return receipts.of(guardian, note).stream()
                .filter(receipt -> receipt.child() == child)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
