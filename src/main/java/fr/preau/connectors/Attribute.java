package fr.preau.connectors;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a service may be told of somebody besides an opaque identifier. Birth dates, addresses,
 * telephone numbers and logins are not on the list: no service may ask for them.
 *
 * <p>Names are those of the schools' ENT reference frame (SDET, annexe opérationnelle) in CAS and
 * SAML, and the standard claims in OpenID Connect (Core 1.0, 5.1) where there is one.
 */
public enum Attribute {
    FAMILY_NAME("Nom", "family_name"),
    GIVEN_NAME("Prenom", "given_name"),
    DISPLAY_NAME("displayName", "name"),
    /**
     * {@code National_ELV}, {@code _TUT}, {@code _ENS}, {@code _DIR}, {@code _COL}, {@code _ACA}.
     */
    PROFILE("ENTPersonProfils", "profils"),
    /** The UAI of the schools for which the service is open to this person. */
    SCHOOLS("ENTPersonStructRattachRNE", "uai"),
    SCHOOL_NAMES("ENTPersonStructRattachNom", "schools"),
    /** The classes where a pupil sits. */
    CLASSES("ENTEleveClasses", "classes"),
    /** A pupil's level, by the national code of four figures. */
    LEVEL("ENTEleveNivFormation", "level"),
    /** The classes where an adult teaches. */
    TAUGHT("ENTAuxEnsClasses", "taught_classes"),
    /** The professional address of staff; never a family's. */
    EMAIL("ENTPersonMail", "email"),
    /** The number of this ENT in the GAR. */
    ENT("idEnt", "id_ent"),
    /** The person's identifier in what the GAR is given: an opaque UUID, the same everywhere. */
    GAR_PERSON("GARPersonIdentifiant", "gar_person");

    private final String wire;
    private final String claim;

    Attribute(String wire, String claim) {
        this.wire = wire;
        this.claim = claim;
    }

    /** Its name in CAS and SAML. */
    public String wire() {
        return wire;
    }

    /** Its name in OpenID Connect. */
    public String claim() {
        return claim;
    }

    static Optional<Attribute> named(String name) {
        return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
