package fr.preau.feed;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A delivery written by a test, file by file; the records stand in the order they are given. */
final class AafFolder {
    static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">
            <ficAlimMENESR>
            <!-- versionAF="AAF-VE2003" -->
            """;

    final Path path;
    private final String start;

    AafFolder(Path path) {
        this(path, "ENTOCC_MONTPELLIER_Complet_20240902");
    }

    AafFolder(Path path, String start) {
        this.path = path;
        this.start = start;
    }

    AafFolder with(String kind, String... records) {
        return raw(
                start + "_" + kind + "_0000.xml",
                HEAD + String.join("\n", records) + "</ficAlimMENESR>",
                StandardCharsets.UTF_8);
    }

    AafFolder raw(String name, String content, Charset charset) {
        try {
            Files.createDirectories(path);
            Files.write(path.resolve(name), content.getBytes(charset));
            return this;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Attributes as {@code name=value|value}; nothing after the sign is the empty value of AAF. */
    static String record(String category, String id, String... attributes) {
        var kind = category.equals("EtabEducNat") ? "categorieStructure" : "categoriePersonne";
        var text =
                new StringBuilder(
                        "<addRequest><operationalAttributes><attr name=\""
                                + kind
                                + "\"><value>"
                                + category
                                + "</value></attr></operationalAttributes><identifier><id>"
                                + id
                                + "</id></identifier><attributes>");
        for (var attribute : attributes) text.append(attribute(attribute));
        return text.append("</attributes></addRequest>\n").toString();
    }

    /** A partial modification: only these attributes. */
    static String change(String category, String id, String... attributes) {
        var text =
                new StringBuilder("<modifyRequest>")
                        .append(head(category, id))
                        .append("<modifications>");
        for (var attribute : attributes)
            text.append(
                    attribute(attribute)
                            .replace("<attr name=\"", "<modification operation=\"replace\" name=\"")
                            .replace("</attr>", "</modification>"));
        return text.append("</modifications></modifyRequest>\n").toString();
    }

    static String removal(String category, String id) {
        return "<deleteRequest>" + head(category, id) + "</deleteRequest>\n";
    }

    private static String head(String category, String id) {
        return "<operationalAttributes><attr name=\"categoriePersonne\"><value>"
                + category
                + "</value></attr></operationalAttributes><identifier><id>"
                + id
                + "</id></identifier>";
    }

    private static String attribute(String written) {
        var sign = written.indexOf('=');
        var text = new StringBuilder("<attr name=\"" + written.substring(0, sign) + "\">");
        for (var value : written.substring(sign + 1).split("\\|", -1)) {
            if (value.isEmpty()) text.append("<value/>");
            else
                text.append("<value>")
                        .append(
                                value.replace("&", "&amp;")
                                        .replace("<", "&lt;")
                                        .replace("'", "&apos;"))
                        .append("</value>");
        }
        return text.append("</attr>").toString();
    }

    static String school(String id, String uai, String... more) {
        return record(
                "EtabEducNat",
                id,
                and(
                        more,
                        "ENTStructureJointure=" + id,
                        "ENTStructureUAI=" + uai,
                        "ENTStructureSIREN=21340069000011",
                        "ENTStructureNomCourant=E.E.PU$LES ESSAIS$BEZIERS",
                        "ENTStructureTypeStruct=ECOLE DE NIVEAU ELEMENTAIRE",
                        "ENTEcoleCommune=34069$CAZOULS-LES-BEZIERS$034"));
    }

    static String pupil(String id, String school, String name, String... more) {
        return record(
                "Eleve",
                id,
                and(
                        more,
                        "ENTPersonJointure=" + id,
                        "ENTPersonStructRattach=" + school,
                        "ENTPersonNom=" + name,
                        "ENTPersonPrenom=Camille",
                        "ENTEleveNiveau=1121$CP",
                        "ENTEleveCycle=2$CYCLE II"));
    }

    static String guardian(String id, String name, String... more) {
        return record(
                "PersRelEleve",
                id,
                and(
                        more,
                        "ENTPersonJointure=" + id,
                        "ENTPersonNom=" + name,
                        "ENTPersonPrenom=Dominique"));
    }

    static String staff(String id, String name, String... more) {
        return record(
                "PersEducNat",
                id,
                and(
                        more,
                        "ENTPersonJointure=" + id,
                        "ENTPersonNom=" + name,
                        "ENTPersonPrenom=Claude",
                        "ENTPersonCategorieEnseignant=O"));
    }

    private static String[] and(String[] more, String... base) {
        var names = Arrays.stream(more).map(a -> a.substring(0, a.indexOf('='))).toList();
        List<String> all = new ArrayList<>(List.of(more));
        for (var attribute : base)
            if (!names.contains(attribute.substring(0, attribute.indexOf('=')))) all.add(attribute);
        return all.toArray(String[]::new);
    }
}
