package fr.preau.network;

/** A school as this actor may deal with it; pupils are ten at least. */
public record SchoolSeen(
        long id,
        String name,
        String uai,
        String town,
        int pupils,
        boolean few,
        int classes,
        boolean declares,
        boolean tests) {
    public String path() {
        return "/network/" + id;
    }

    /** « École Antoine de St Exupéry, Cazouls-lès-Béziers » */
    public String place() {
        return uai.isEmpty() ? town : town.isEmpty() ? uai : town + " · " + uai;
    }
}
