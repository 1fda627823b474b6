package fr.preau.feed;

/**
 * The end of a statement that sets staged rows aside: {@code gone} holds file, join_key and reason.
 */
final class Rejects {
    private Rejects() {}

    /** Writes what {@code gone} holds to the report. */
    static String of(boolean warning) {
        return """

        insert into stage_reject
        select f.name, gone.join_key, gone.reason, %s from gone join stage_file f on f.file = gone.file
        """
                .formatted(warning);
    }
}
