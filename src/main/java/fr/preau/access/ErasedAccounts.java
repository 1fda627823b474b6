package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the door forgets of somebody: sessions, cards, comfort, proofs, and all of the account but
 * its number, which others may point to.
 */
@Component
class ErasedAccounts implements Erases {
    private final JdbcClient db;
    private final Walls walls;

    ErasedAccounts(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.DOOR,
                () -> {
                    of("delete from session where person_id = any (:ids)", persons);
                    of("delete from card where person_id = any (:ids)", persons);
                    of("delete from account_person where person_id = any (:ids)", persons);
                    of("delete from session where account_id = any (:ids)", accounts);
                    of("delete from charter_acceptance where account_id = any (:ids)", accounts);
                    of("delete from passkey where account_id = any (:ids)", accounts);
                    of("delete from passkey_challenge where account_id = any (:ids)", accounts);
                    of("delete from recovery_code where account_id = any (:ids)", accounts);
                    of("delete from known_device where account_id = any (:ids)", accounts);
                    of("delete from activation_code where account_id = any (:ids)", accounts);
                    of("delete from password_before where account_id = any (:ids)", accounts);
                    of(
                            "delete from joining where account_id = any (:ids) or other_id = any (:ids)",
                            accounts);
                    of("delete from reset_link where account_id = any (:ids)", accounts);
                    of("delete from account_identity where account_id = any (:ids)", accounts);
                    of("delete from mail_address where account_id = any (:ids)", accounts);
                    of("delete from mail_address_wish where account_id = any (:ids)", accounts);
                    of("delete from letter_choice where account_id = any (:ids)", accounts);
                    of("delete from letter_hour where account_id = any (:ids)", accounts);
                    of("delete from comfort where account_id = any (:ids)", accounts);
                    of(emptied(), accounts);
                });
        walls.as(Wall.JOB, () -> of("delete from once where account_id = any (:ids)", accounts));
    }

    /** Whatever an account may hold, today or after the next migration, is emptied. */
    private String emptied() {
        var columns = mayBeEmpty();
        return "update account set state = 'CLOSED', login = 'erased-' || id, demo = false, failures = 0, code_failures = 0, "
                + String.join(", ", columns.stream().map(c -> c + " = null").toList())
                + " where id = any (:ids)";
    }

    private List<String> mayBeEmpty() {
        return db.sql(
                        """
                        select quote_ident(attname) from pg_attribute
                         where attrelid = 'account'::regclass and attnum > 0 and not attnotnull and not attisdropped and attgenerated = '' order by attnum
                        """)
                .query(String.class)
                .list();
    }

    private void of(String sql, long[] ids) {
        db.sql(sql).param("ids", ids).update();
    }
}
