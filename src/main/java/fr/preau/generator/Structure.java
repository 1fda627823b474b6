package fr.preau.generator;

/** A school or a service as its record says it. */
record Structure(
        int id,
        Academy academy,
        String uai,
        String siret,
        String name,
        String type,
        String district,
        Commune commune,
        String grouping,
        String street,
        int phone) {

    void describe(Xml xml) {
        xml.attribute("ENTStructureJointure", id);
        xml.attribute("ENTStructureUAI", uai);
        xml.attribute("ENTStructureSIREN", siret);
        xml.attribute("ENTStructureNomCourant", name);
        xml.attribute("ENTStructureTypeStruct", type);
        xml.attribute("ENTEcoleMinistereTutelle", "MINISTERE DE L'EDUCATION NATIONALE");
        xml.attribute("ENTEcoleSecteur", "PU");
        xml.attribute("ENTEcoleCirconscription", district);
        xml.attribute("ENTEcoleCommune", commune.value());
        xml.attribute("ENTEcoleRPI", grouping);
        xml.attribute("ENTServAcAcademie", academy.name());
        xml.attribute("ENTStructureAdresse", street);
        xml.attribute("ENTStructureBoitePostale", id % 40 == 0 ? "BP" + id % 100 : "");
        xml.attribute("ENTStructureCodePostal", commune.postalCode());
        xml.attribute("ENTStructureVille", commune.name());
        xml.attribute("ENTStructureTelephone", Phones.fixed(academy, phone));
        xml.attribute("ENTStructureFax", "");
        xml.attribute("ENTStructureMailSI", "ce." + uai + "@" + academy.domain());
    }
}
