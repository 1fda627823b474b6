package fr.preau.continuity;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The départements of schools; public, as the names of schools are. */
@Component
class Places {
    private final JdbcClient db;

    Places(JdbcClient db) {
        this.db = db;
    }

    List<ContinuityPage.Department> departments(long[] schools) {
        return db.sql(
                        """
                        select d.id, d.name, array_agg(a.school_id) as schools
                          from school_above a join structure d on d.id = a.node_id and d.kind = 'DEPARTMENT'
                         where a.school_id = any (:schools) group by d.id, d.name order by plain(d.name), d.id
                        """)
                .param("schools", schools)
                .query((row, n) ->
                        new ContinuityPage.Department(
                                Long.toString(row.getLong("id")),
                                row.getString("name"),
                                Set.of((Long[]) row.getArray("schools").getArray())))
                .list();
    }
}
