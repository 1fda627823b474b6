package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Markdown;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A note as a guardian or a child reads it. A child has no receipt: nothing to sign. */
public record ReadPage(
        Note note,
        List<Receipt> receipts,
        List<Earlier> earlier,
        Problems problems,
        @Nullable Typed typed,
        boolean aloud)
        implements Page {
    private static final int SPOKEN = 4_000;

    /** An answer that could not be taken, kept as typed. */
    public record Typed(long child, String text) {}

    @Override
    public String title() {
        return note.title();
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public String say() {
        return aloud ? spoken() : "";
    }

    public String spoken() {
        return note.title() + ". " + Markdown.excerpt(note.body(), SPOKEN);
    }

    public String bodyHtml() {
        return Markdown.document(note.body());
    }

    public String replyTyped(Receipt receipt) {
        if (typed != null && typed.child() == receipt.child()) return typed.text();
        if (receipt.draft() != null)
            return Drafts.fieldsOf(receipt.draft()).getOrDefault("text", List.of("")).getFirst();
        return receipt.reply() == null ? "" : receipt.reply();
    }

    public boolean isBeingWritten(Receipt receipt) {
        return receipt.draft() != null || typed != null && typed.child() == receipt.child();
    }

    /** « 1 signature sur 2 », when more than one guardian is asked. */
    public String signatures(Receipt receipt) {
        if (note.rule() == Rule.ONE || receipt.signers() < 2) return "";
        return t(
                receipt.signatures() > 1 ? "liaison.signatures.many" : "liaison.signatures.one",
                receipt.signatures(),
                receipt.signers());
    }
}
