package fr.preau.demo;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.saml.LocalProvider.Door;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those of the cast whom a door of the demo knows, and what it says of each. */
@Component
class DeskPeople {
    private final DemoCast cast;
    private final Walls walls;
    private final JdbcClient db;

    DeskPeople(DemoCast cast, Walls walls, JdbcClient db) {
        this.cast = cast;
        this.walls = walls;
        this.db = db;
    }

    /** A guardian with their keys in the directory, or an agent with their address. */
    record Somebody(
            String name, @Nullable String email, List<String> keys, boolean family, boolean head) {
        Map<String, List<String>> attributes(String back) {
            var said = new TreeMap<String, List<String>>();
            said.put("FrEduUrlRetour", List.of(back));
            if (family) {
                said.put("FrEduCtRefId", keys);
                said.put("FrEduCtPersonAffiliation", List.of("resp1d"));
            } else {
                said.put("ctemail", List.of(String.valueOf(email)));
                if (head) said.put("FrEduFonctAdm", List.of("DIR"));
            }
            return said;
        }
    }

    List<Somebody> of(Door door) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        select min(p.first_name || ' ' || p.last_name) as name, min(p.email) as email,
                                               array_agg('{AAF}' || p.academy || '|1|' || p.join_key order by p.academy) as keys,
                                               exists (select 1 from role r where r.person_id = any (array_agg(p.id)) and r.kind = 'DIRECTOR') as head
                                          from account a join account_person ap on ap.account_id = a.id join person p on p.id = ap.person_id
                                         where a.demo and a.login = any (:logins) and p.join_key is not null
                                           and (:families and p.kind = 'GUARDIAN' or not :families and p.kind = 'STAFF' and p.academy = :academy and p.email is not null)
                                         group by a.id order by 1
                                        """)
                                .param("logins", cast.logins().toArray(String[]::new))
                                .param("families", door.families())
                                .param("academy", door.academy(), java.sql.Types.VARCHAR)
                                .query((row, n) ->
                                        new Somebody(
                                                row.getString("name"),
                                                row.getString("email"),
                                                List.of((String[]) row.getArray("keys").getArray()),
                                                door.families(),
                                                row.getBoolean("head")))
                                .list());
    }
}
