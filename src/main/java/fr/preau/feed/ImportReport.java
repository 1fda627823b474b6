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
        Delivered delivered,
        Fate fate,
        List<Line> lines,
        Changes counted,
        List<Reject> rejects,
        long rejected,
        long warned,
        List<String> broken,
        List<String> suspicious,
        Duration duration) {
    static final int SHOWN = 50;

    /** What was delivered, and what was left alone beside it. */
    public record Delivered(boolean full, String date, List<String> leftAlone) {}

    /** Rows written besides those of the lines, and how many people left or came back. */
    public record Changes(long other, long departed, long returned) {
        static final Changes NONE = new Changes(0, 0, 0);
    }

    /** What became of the delivery. */
    public enum Fate {
        IMPORTED,
        REHEARSED,
        /** The same delivery is in the directory already: nothing was read. */
        KNOWN,
        /** A later delivery is in the directory already: nothing was read. */
        OVERTAKEN,
        /** Too many people would leave: nothing was written, somebody must decide. */
        STOPPED
    }

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

    static ImportReport unread(String academy, Delivery delivery, Fate fate) {
        return new ImportReport(
                academy,
                new Delivered(delivery.full(), delivery.date(), delivery.leftAlone()),
                fate,
                List.of(),
                Changes.NONE,
                List.of(),
                0,
                0,
                List.of(),
                List.of(),
                Duration.ZERO);
    }

    /** Every row written in the directory, or that would be. */
    public long changes() {
        return counted.other()
                + lines.stream().mapToLong(line -> line.created() + line.changed()).sum();
    }

    public String text() {
        var text = new StringBuilder();
        text.append(academy)
                .append(delivered.full() ? ", livraison du " : ", livraison partielle du ")
                .append(DeliveryFile.written(delivered.date()))
                .append('\n');
        for (var reason : broken) text.append("ATTENTION, ").append(reason).append('\n');
        switch (fate) {
            case KNOWN -> text.append("Déjà importée, à l'identique. Rien n'a changé.\n");
            case OVERTAKEN ->
                    text.append(
                            "Une livraison plus récente est déjà importée : laissée de côté.\n");
            default -> read(text);
        }
        for (var file : delivered.leftAlone()) text.append("Non lu : ").append(file).append('\n');
        text.append(String.format(Locale.FRENCH, "Durée : %.1f s%n", duration.toMillis() / 1000.0));
        return text.toString();
    }

    private void read(StringBuilder text) {
        if (fate == Fate.STOPPED) {
            text.append("ARRÊT : rien n'a été écrit, une personne doit décider.\n");
            for (var reason : suspicious) text.append("  ").append(reason).append('\n');
            text.append("Si ces départs sont réels : relancer avec --accept-shrink.\n");
        }
        if (fate == Fate.REHEARSED) text.append("ESSAI À BLANC : rien n'a été écrit.\n");
        text.append(table());
        if (changes() == 0) text.append("Rien n'a changé.\n");
        else
            text.append("Inscriptions, rôles et appartenances : ")
                    .append(counted.other())
                    .append(counted.other() == 1 ? " ligne écrite\n" : " lignes écrites\n");
        people(text, counted.departed(), "personne quitte", "personnes quittent");
        people(text, counted.returned(), "personne revient dans", "personnes reviennent dans");
        list(text, "fiche rejetée", "fiches rejetées", rejected, false);
        list(text, "avertissement", "avertissements", warned, true);
    }

    private static void people(StringBuilder text, long count, String one, String many) {
        if (count > 0)
            text.append(count).append(' ').append(count == 1 ? one : many).append(" l'annuaire\n");
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
