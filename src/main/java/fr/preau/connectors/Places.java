package fr.preau.connectors;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Structures as somebody writes them: by UAI, by the INSEE code of a town, or « région ». */
@Component
class Places {
    static final String REGION = "région";

    private final JdbcClient db;
    private final Walls walls;

    Places(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    /** The structures that were found, and what was not understood. */
    record Found(List<Long> ids, List<String> names, List<String> unknown) {}

    private record Place(long id, String name, String code) {}

    Found find(List<String> written) {
        var ids = new ArrayList<Long>();
        var names = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    for (var one : written) {
                        var place =
                                db.sql(
                                                """
                                                select id, name, coalesce(uai, insee, '') as code from structure
                                                 where departed_at is null and (uai = :code or kind = 'TOWN' and insee = :code or kind = 'REGION' and :region)
                                                """)
                                        .param("code", one.toUpperCase(Locale.ROOT))
                                        .param(
                                                "region",
                                                one.equalsIgnoreCase(REGION)
                                                        || one.equalsIgnoreCase("region"))
                                        .query(Place.class)
                                        .optional();
                        place.ifPresentOrElse(
                                found -> {
                                    ids.add(found.id());
                                    names.add(found.name());
                                },
                                () -> unknown.add(one));
                    }
                });
        return new Found(ids, names, unknown);
    }

    /** As {@link #find} reads them, one a line. */
    String written(List<Long> ids) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db
                                .sql(
                                        "select case kind when 'REGION' then 'région' else coalesce(uai, insee, '') end from structure where id = any (:ids) order by 1")
                                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                                .query(String.class)
                                .list()
                                .stream()
                                .filter(code -> !code.isEmpty())
                                .collect(Collectors.joining("\n")));
    }
}
