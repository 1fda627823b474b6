package fr.preau.connectors;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Structures as somebody writes them: by UAI, by the INSEE code of a town, or « région ». */
@Component
class Places {
    private static final String REGION = "RÉGION";

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
        var known = known(written.stream().map(Places::code).toList());
        var ids = new ArrayList<Long>();
        var names = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (var one : written) {
            var place = known.get(code(one));
            if (place == null) unknown.add(one);
            else if (!ids.contains(place.id())) {
                ids.add(place.id());
                names.add(place.name());
            }
        }
        return new Found(ids, names, unknown);
    }

    private static String code(String written) {
        var code = written.toUpperCase(Locale.FRENCH);
        return code.equals("REGION") ? REGION : code;
    }

    private Map<String, Place> known(List<String> codes) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db
                                .sql(
                                        """
                                        select id, name, uai as code from structure where departed_at is null and uai = any (:codes)
                                         union all
                                        select id, name, insee from structure where departed_at is null and kind = 'TOWN' and insee = any (:codes)
                                         union all
                                        select id, name, :region from structure where departed_at is null and kind = 'REGION'
                                        """)
                                .param("codes", codes.toArray(String[]::new))
                                .param("region", REGION)
                                .query(Place.class)
                                .stream()
                                .collect(
                                        Collectors.toMap(
                                                Place::code, Function.identity(), (a, b) -> a)));
    }

    /** As {@link #find} reads them, one a line. */
    String written(List<Long> ids) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db
                                .sql(
                                        "select case kind when 'REGION' then 'région' else coalesce(uai, insee, '') end from structure where id = any (:ids) order by 1")
                                .param("ids", ConnectorRows.longs(ids))
                                .query(String.class)
                                .list()
                                .stream()
                                .filter(code -> !code.isEmpty())
                                .collect(Collectors.joining("\n")));
    }
}
