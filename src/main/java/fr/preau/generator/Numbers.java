package fr.preau.generator;

/**
 * The identifiers of one academy, in turn. Both academies count from the same start: their keys
 * collide on purpose, as those of two real deliveries may.
 */
final class Numbers {
    final Academy academy;
    private int staff = 20_001;
    private int classroom = 50_001;
    private int group = 500_001;
    private int pupil;
    private int guardian;

    private Numbers(Academy academy, int pupil, int guardian) {
        this.academy = academy;
        this.pupil = pupil;
        this.guardian = guardian;
    }

    static Numbers of(Academy academy) {
        return new Numbers(academy, 3_400_001, 5_200_001);
    }

    /** Those who come after the full delivery: a range of their own, so that it stays the same. */
    static Numbers later(Academy academy) {
        var later = new Numbers(academy, 8_000_001, 8_500_001);
        later.staff = 8_900_001;
        return later;
    }

    int staff() {
        return staff++;
    }

    int classroom() {
        return classroom++;
    }

    int group() {
        return group++;
    }

    int pupil() {
        return pupil++;
    }

    int guardian() {
        return guardian++;
    }

    String ine(int pupil) {
        return PublicNumbers.ine(academy, pupil);
    }
}
