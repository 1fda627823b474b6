package fr.preau.liaison;

import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a guardian sees of a note: on opening it, and again when a signature or an answer is refused. */
@Component
class Reading {
    private final Receipts receipts;
    private final Corrections corrections;
    private final Drafts drafts;

    Reading(Receipts receipts, Corrections corrections, Drafts drafts) {
        this.receipts = receipts;
        this.corrections = corrections;
        this.drafts = drafts;
    }

    ReadPage open(Actor guardian, Note note) {
        var mine = receipts.of(guardian, note);
        receipts.see(guardian, note, mine);
        return new ReadPage(note, mine, corrections.of(note), new Problems(), draftOf(guardian, note, mine), false);
    }

    /** An answer being written is shown again; only asked for where one may answer. */
    private ReadPage.@Nullable Typed draftOf(Actor guardian, Note note, List<Receipt> mine) {
        if (!note.repliesOpen() || mine.size() != 1) return null;
        var child = mine.getFirst().child();
        return drafts.of(guardian.account(), "reply-" + note.id() + "-" + child).map(draft -> new ReadPage.Typed(child, draft.text())).orElse(null);
    }

    ReadPage refuse(Actor guardian, Note note, Problems problems, ReadPage.@Nullable Typed typed) {
        return new ReadPage(note, receipts.of(guardian, note), corrections.of(note), problems, typed, false);
    }

    Receipt receiptFor(Actor guardian, Note note, long child) {
        return receipts.of(guardian, note).stream().filter(receipt -> receipt.child() == child).findFirst().orElseThrow(NotFound::new);
    }
}
