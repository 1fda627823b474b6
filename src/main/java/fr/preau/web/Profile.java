package fr.preau.web;

/**
 * What somebody is when they act; decides their home, their ambience and how long they stay signed
 * in.
 */
public enum Profile {
    PUPIL,
    GUARDIAN,
    TEACHER,
    TOWN,
    SUPERVISION,
    SUPPORT;

    /** Town halls and publishers never meet pupils' data: their reach is empty. */
    boolean reachesSchoolContent() {
        return this != TOWN && this != SUPPORT;
    }

    /** Adults who sign charters and codes as adults do. */
    public boolean isAdult() {
        return this != PUPIL;
    }
}
