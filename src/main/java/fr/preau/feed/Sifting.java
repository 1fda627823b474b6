package fr.preau.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets aside the staged persons who cannot enter, each with its reason, before anything is merged.
 */
@Component
final class Sifting {
    private final JdbcClient db;

    Sifting(JdbcClient db) {
        this.db = db;
    }

    void sift(Academy academy) {
        keepLast();
        refuseOtherKinds(academy);
        refuseWithoutSchool(academy);
        leaveUnnamedGuardians(academy);
    }

    private void keepLast() {
        db.sql(
                        """
                        with twice as (select join_key, max(n) as last from stage_person group by join_key having count(*) > 1),
                        gone as (delete from stage_person s using twice t where s.join_key = t.join_key and s.n < t.last
                                 returning s.file, s.join_key, 'identifiant présent plusieurs fois : la dernière fiche est gardée' as reason)
                        """
                                + Rejects.of(true))
                .update();
    }

    /**
     * A pupil must never turn into an adult because two files share a number: accounts hang on
     * persons.
     */
    private void refuseOtherKinds(Academy academy) {
        db.sql(
                        """
                        with gone as (
                            delete from stage_person s using person p
                            where p.academy = :academy and p.join_key = s.join_key and p.kind <> s.kind
                            returning s.file, s.join_key, 'identifiant déjà porté par une personne d''une autre catégorie' as reason
                        )
                        """
                                + Rejects.of(false))
                .param("academy", academy.code)
                .update();
    }

    private void refuseWithoutSchool(Academy academy) {
        db.sql(
                        """
                        with gone as (
                            delete from stage_person s where s.kind = 'PUPIL' and not exists (
                                select 1 from structure t where t.academy = :academy and t.join_key = s.school and t.kind = 'SCHOOL')
                            returning s.file, s.join_key, 'école ' || left(s.school, 20) || ' absente de la livraison' as reason
                        )
                        """
                                + Rejects.of(false))
                .param("academy", academy.code)
                .update();
    }

    /** Named by a pupil of this delivery, or already by one of the directory. */
    private void leaveUnnamedGuardians(Academy academy) {
        db.sql(
                        """
                        with gone as (
                            delete from stage_person s where s.kind = 'GUARDIAN'
                            and not exists (select 1 from stage_link l join stage_person c on c.n = l.n and c.kind = 'PUPIL' where l.guardian = s.join_key)
                            and not exists (select 1 from person p join guardianship g on g.guardian_id = p.id
                                             where p.academy = :academy and p.join_key = s.join_key)
                            returning s.file, s.join_key, 'responsable qu''aucun élève ne nomme, laissé de côté' as reason
                        )
                        """
                                + Rejects.of(true))
                .param("academy", academy.code)
                .update();
    }
}
