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

    Reading(Receipts receipts, Corrections corrections) {
        this.receipts = receipts;
        this.corrections = corrections;
    }

    ReadPage open(Actor guardian, Note note) {
        var mine = receipts.of(guardian, note);
        receipts.see(guardian, note, mine);
        return new ReadPage(note, mine, corrections.of(note), new Problems(), null, false);
    }

    ReadPage refuse(Actor guardian, Note note, Problems problems, ReadPage.@Nullable Typed typed) {
        return new ReadPage(
                note, receipts.of(guardian, note), corrections.of(note), problems, typed, false);
    }

    Receipt receiptFor(Actor guardian, Note note, long child) {
        return receipts.of(guardian, note).stream()
                .filter(receipt -> receipt.child() == child)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
