package fr.preau.network;

/** School years, named by the year they begin in. */
final class Years {
    private Years() {}

    /** « 2024-2025 » */
    static String say(int year) {
        return year + "-" + (year + 1);
    }
}
