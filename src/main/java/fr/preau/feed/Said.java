package fr.preau.feed;

import java.util.List;

/**
 * What a partial modification says of somebody, one bit a thing: what it does not say stays as the
 * directory has it.
 */
enum Said {
    CIVILITY("civility", "ENTPersonCivilite"),
    FIRST_NAME("first_name", "ENTPersonPrenom"),
    LAST_NAME("last_name", "ENTPersonNom"),
    BIRTH_NAME("birth_name", "ENTPersonNomPatro"),
    BIRTH_DATE("birth_date", "ENTPersonDateNaissance"),
    INE("ine", "ENTEleveINE"),
    EMAIL("email", "ENTPersonMail"),
    MOBILE("mobile", "ENTPersRelEleveTelMobile"),
    PHONE("phone", "ENTPersonTelPerso"),
    WORK_PHONE("work_phone", "ENTPersRelEleveTelPro"),
    STREET("street", "ENTPersonAdresse"),
    POSTAL_CODE("postal_code", "ENTPersonCodePostal"),
    CITY("city", "ENTPersonVille"),
    COUNTRY("country", "ENTPersonPays"),
    ADDRESS_SHARED("address_shared", "ENTPersonAdresseDiffusion"),
    LEVEL("level", "ENTEleveNiveau"),
    CYCLE("cycle", "ENTEleveCycle"),
    CANTEEN("canteen", "ENTEleveRestaurantScolaire"),
    BUS("bus", "ENTEleveTransport"),
    MORNING_CARE("morning_care", "ENTEleveGarderieMatin"),
    EVENING_CARE("evening_care", "ENTEleveGarderieSoir"),
    SUPERVISED_STUDY("supervised_study", "ENTEleveEtudesSurveillees"),
    SCHOOL("school", "ENTPersonStructRattach"),
    CLASSES("", "ENTPersonClasses"),
    GROUPS("", "ENTPersonGroupes"),
    GUARDIANS("", "ENTEleveAutoriteParentale"),
    TEACHING("", "ENTPersonFonctions"),
    DIRECTION("", "ENTEnsFonctionDir");

    /** Things that are one column of the person, of {@code stage_person} as of {@code person}. */
    static final List<Said> OF_PERSON = List.of(values()).subList(0, LEVEL.ordinal());

    /** Things that are one column of the pupil's enrolment. */
    static final List<Said> OF_ENROLMENT =
            List.of(values()).subList(LEVEL.ordinal(), SCHOOL.ordinal());

    final String column;
    private final String attribute;

    Said(String column, String attribute) {
        this.column = column;
        this.attribute = attribute;
    }

    long bit() {
        return 1L << ordinal();
    }

    /** Everything that this record says. */
    static long by(FeedRecord read) {
        var said = 0L;
        for (var thing : values()) if (read.says(thing.attribute)) said |= thing.bit();
        return said;
    }
}
