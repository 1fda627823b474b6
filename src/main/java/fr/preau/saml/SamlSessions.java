package fr.preau.saml;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which session here each assertion has opened, by what its provider calls it. */
@Component
class SamlSessions {
    private final JdbcClient db;
    private final Walls walls;

    SamlSessions(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    /** A session that was opened by this provider, whose words for it are known. */
    record Spoken(String provider, String nameId, Optional<String> index) {}

    void remember(long session, String provider, Named named) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into saml_session (session_id, provider, name_hash, index_hash, name_id, session_index)
                                        values (:session, :provider, :name, :index, :words, :indexWords)
                                        """)
                                .param("session", session)
                                .param("provider", provider)
                                .param("name", named.nameHash())
                                .param("index", named.indexHash(), Types.BINARY)
                                .param("words", named.nameId(), Types.VARCHAR)
                                .param("indexWords", named.index(), Types.VARCHAR)
                                .update());
    }

    /**
     * The sessions, not ended yet, of this name; of these sessions there only, when some are named.
     * One whose assertion named none is of them all.
     */
    List<Long> open(String provider, byte[] name, Collection<byte[]> indexes) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select m.session_id from saml_session m join session s on s.id = m.session_id and s.ended_at is null
                                         where m.provider = :provider and m.name_hash = :name
                                           and (:every or m.index_hash is null or m.index_hash = any (cast(:indexes as bytea[])))
                                         order by 1
                                        """)
                                .param("provider", provider)
                                .param("name", name)
                                .param("every", indexes.isEmpty())
                                .param("indexes", indexes.toArray(byte[][]::new))
                                .query(Long.class)
                                .list());
    }

    Optional<Spoken> spoken(long session) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select provider, name_id, session_index from saml_session where session_id = :session and name_id is not null")
                                .param("session", session)
                                .query((row, n) ->
                                        new Spoken(
                                                row.getString("provider"),
                                                row.getString("name_id"),
                                                Optional.ofNullable(
                                                        row.getString("session_index"))))
                                .optional());
    }
}
