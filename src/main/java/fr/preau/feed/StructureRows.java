package fr.preau.feed;

import fr.preau.directory.Siret;
import fr.preau.directory.Uai;
import java.util.regex.Pattern;

/**
 * Turns a structure's record into its staging row: which node of the tree it is, and its public
 * facts.
 */
final class StructureRows {
    private static final Pattern CHILDREN =
            Pattern.compile("ECOLE|INSTITUT|HOSPITAL|MEDICO|MATERNELLE");

    private final Staging staging;
    private final Academy academy;

    StructureRows(Staging staging, Academy academy) {
        this.staging = staging;
        this.academy = academy;
    }

    void add(long number, Reading.File file, FeedRecord read) throws InterruptedException {
        var current = read.first("ENTStructureNomCourant");
        if (current.isEmpty()) {
            staging.reject(file.name(), read.id(), "structure sans nom", false);
            return;
        }
        var type = read.first("ENTStructureTypeStruct");
        var kind = kind(type, current);
        var town = FeedRecord.parts(read.first("ENTEcoleCommune"));
        warn(file.name(), read, kind);
        staging.add(
                Staging.Table.STRUCTURE,
                number,
                file.number(),
                read.id(),
                kind,
                kind.equals("ACADEMY") ? academy.label : Labels.structure(current),
                new Uai(read.first("ENTStructureUAI")).value(),
                new Siret(read.first("ENTStructureSIREN")).value(),
                FeedRecord.part(town, 0),
                Labels.title(FeedRecord.part(town, 1)),
                read.first("ENTEcoleCirconscription"),
                grouping(read.first("ENTEcoleRPI")),
                type,
                read.first("ENTStructureAdresse"),
                read.first("ENTStructureCodePostal"),
                read.first("ENTStructureVille"),
                read.first("ENTStructureTelephone"),
                mail(read));
    }

    /**
     * A false key is a typing mistake to have corrected at the source, not a reason to leave a
     * school out.
     */
    private void warn(String file, FeedRecord read, String kind) throws InterruptedException {
        if (!new Uai(read.first("ENTStructureUAI")).isValid())
            staging.reject(file, read.id(), "UAI absent ou à la clé fausse", true);
        var siret = read.first("ENTStructureSIREN");
        if (kind.equals("SCHOOL") && !new Siret(siret).isValid()) {
            staging.reject(
                    file,
                    read.id(),
                    siret.isEmpty() ? "SIRET absent" : "SIRET à la clé fausse",
                    true);
        }
    }

    private static String kind(String type, String current) {
        if (type.startsWith("RECTORAT")) return "ACADEMY";
        if (type.startsWith("INSPECTIONS ACADEMIQUES") || current.startsWith("D.S.D.E.N."))
            return "DEPARTMENT";
        if (type.startsWith("CIRCONSCRIPTION") || current.startsWith("IEN$")) return "DISTRICT";
        return type.isEmpty() || CHILDREN.matcher(type).find() ? "SCHOOL" : "OTHER";
    }

    /** {@code code$COMMUNE/COMMUNE$dept}: the communes are what people know a grouping by. */
    private static String grouping(String value) {
        return Labels.title(FeedRecord.part(FeedRecord.parts(value), 1));
    }

    private static String mail(FeedRecord read) {
        var mail = read.first("ENTStructureMailSI");
        return mail.isEmpty() ? read.first("ENTStructureEmail") : mail;
    }
}
