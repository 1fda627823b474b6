package fr.preau.connectors;

import fr.preau.connectors.Connector.Protocol;
import fr.preau.web.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of {@code connector}, as it is read. */
final class ConnectorRows {
    static final String SELECT =
            """
            select c.*, array(select p.structure_id from connector_place p where p.connector_id = c.id order by 1) as places from connector c
            """;

    private ConnectorRows() {}

    static Connector read(ResultSet row, int n) throws SQLException {
        return new Connector(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("purpose"),
                Protocol.valueOf(row.getString("protocol")),
                row.getString("name"),
                strings(row, "addresses"),
                strings(row, "callbacks"),
                row.getString("sign_out"),
                strings(row, "certificates"),
                row.getBytes("shared_secret"),
                profiles(strings(row, "profiles")),
                strings(row, "attributes").stream()
                        .flatMap(name -> Attribute.named(name).stream())
                        .sorted()
                        .toList(),
                List.of((Long[]) row.getArray("places").getArray()),
                row.getBoolean("open"));
    }

    private static Set<Profile> profiles(List<String> names) {
        return Stream.of(Profile.values())
                .filter(profile -> names.contains(profile.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Profile.class)));
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** For {@code any (…)} and for columns of numbers. */
    static long[] longs(List<Long> list) {
        return list.stream().mapToLong(Long::longValue).toArray();
    }
}
