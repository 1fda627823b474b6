package fr.preau.feed;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one delivery has brought, for the operator: counts and reasons, identifiers only, never a
 * name.
 */
public record ImportReport(
        String academy,
        String date,
        List<Line> lines,
        long otherChanges,
        List<Reject> rejects,
        long rejected,
        long warned,
        List<String> broken,
        List<String> leftAlone,
        Duration duration) {
    static final int SHOWN = 50;

    /** One kind of thing: how many were read, and what became of them. */
    public record Line(String label, long read, long usable, long created, long changed) {
        long unchanged() {
            return usable - created - changed;
        }
    }

    /** A record that could not be used, or could with a reserve. */
    public record Reject(String file, String identifier, String reason, boolean warning) {
        String text() {
            return file
                    + " · "
                    + (identifier.isEmpty() ? "sans identifiant" : identifier)
                    + " · "
                    + reason;
        }
    }

    /** Every row written in the directory. */
    public long changes() {
        return otherChanges
                + lines.stream().mapToLong(line -> line.created() + line.changed()).sum();
    }

    public String text() {
        var text = new StringBuilder();
        text.append(academy)
                .append(", livraison du ")
                .append(DeliveryFile.written(date))
                .append('\n');
        for (var reason : broken) text.append("ATTENTION, ").append(reason).append('\n');
        text.append(table());
        if (changes() == 0) text.append("Rien n'a changé.\n");
        else
            text.append("Inscriptions, rôles et cercles : ")
                    .append(otherChanges)
                    .append(" lignes écrites\n");
        list(text, "fiche rejetée", "fiches rejetées", rejected, false);
        list(text, "avertissement", "avertissements", warned, true);
        for (var file : leftAlone) text.append("Non lu : ").append(file).append('\n');
        text.append(String.format(Locale.FRENCH, "Durée : %.1f s%n", duration.toMillis() / 1000.0));
        return text.toString();
    }

    private String table() {
        var head =
                String.format(
                        "%-14s %9s %9s %9s %9s%n", "", "lus", "créés", "modifiés", "inchangés");
        return head
                + lines.stream()
                        .map(line ->
                                String.format(
                                        "%-14s %9d %9d %9d %9d%n",
                                        line.label(),
                                        line.read(),
                                        line.created(),
                                        line.changed(),
                                        line.unchanged()))
                        .collect(Collectors.joining());
    }

    private void list(StringBuilder text, String one, String many, long count, boolean warning) {
        if (count == 0) return;
        text.append(count).append(' ').append(count == 1 ? one : many).append(" :\n");
        var shown = rejects.stream().filter(reject -> reject.warning() == warning).toList();
        for (var reject : shown) text.append("  ").append(reject.text()).append('\n');
        if (count > shown.size())
            text.append("  et ").append(count - shown.size()).append(" autres\n");
    }
}
