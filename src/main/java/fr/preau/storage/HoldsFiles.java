package fr.preau.storage;

/**
 * A feature whose tables name files. Whoever says nothing loses them: a file that no feature holds
 * is taken for one that was brought and never used, and leaves.
 */
public interface HoldsFiles {
    /**
     * The condition, in SQL, under which this feature needs the file {@code f} of {@code
     * stored_file}: {@code exists (select 1 from note_voice v where v.school_id = f.school_id and
     * v.file_id = f.id)}. Asked as {@code Wall.JOB} and as the owner of the file, who must be let
     * in to those tables.
     */
    String condition();
}
