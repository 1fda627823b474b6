package fr.preau.connectors;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.RoleKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a service is told of somebody: no more than its list, of the hat that they wear. */
@Component
public class Release {
    private final Connectors connectors;
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;
    private final String ent;

    Release(
            Connectors connectors,
            JdbcClient db,
            Walls walls,
            Clock clock,
            @Value("${preau.gar.ent:}") String ent) {
        this.connectors = connectors;
        this.db = db;
        this.walls = walls;
        this.clock = clock;
        this.ent = ent;
    }

    /**
     * @param subject opaque: always the same for this person at this service, and unlike any other
     *     elsewhere
     * @param attributes in the order of {@link Attribute}; none without a value
     */
    public record Said(String subject, Map<Attribute, List<String>> attributes) {}

    private record Row(
            String firstName,
            String lastName,
            @Nullable String email,
            @Nullable String level,
            List<String> uais,
            List<String> schools,
            List<String> classes,
            List<String> taught) {}

    /** What the service is told of this actor. */
    public Said of(Connector connector, Actor actor) {
        var subject = subject(connector, actor.person());
        var row = row(connector, actor);
        var all = new EnumMap<Attribute, List<String>>(Attribute.class);
        for (var attribute : connector.attributes()) {
            var values =
                    switch (attribute) {
                        case FAMILY_NAME -> List.of(row.lastName());
                        case GIVEN_NAME -> List.of(row.firstName());
                        case DISPLAY_NAME -> List.of(row.firstName() + " " + row.lastName());
                        case PROFILE -> profile(actor);
                        case SCHOOLS -> row.uais();
                        case SCHOOL_NAMES -> row.schools();
                        case CLASSES -> row.classes();
                        case LEVEL -> listed(row.level());
                        case TAUGHT -> row.taught();
                        case EMAIL -> listed(row.email());
                        case ENT -> listed(ent);
                        case GAR_PERSON -> List.of(subject);
                    };
            if (!values.isEmpty()) all.put(attribute, values);
        }
        return new Said(subject, all);
    }

    private static List<String> listed(@Nullable String value) {
        return value == null || value.isBlank() ? List.of() : List.of(value);
    }

    /**
     * The identifier of a person at a service: a keyed hash, which says nothing without its key.
     */
    public String subject(Connector connector, long person) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(connectors.pseudonymKey(connector), "HmacSHA256"));
            var hash = mac.doFinal(("person " + person).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, 20);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Profiles as the ENT reference frame names them. */
    private static List<String> profile(Actor actor) {
        return switch (actor.profile()) {
            case PUPIL -> List.of("National_ELV");
            case GUARDIAN -> List.of("National_TUT");
            case TEACHER -> List.of(actor.is(RoleKind.DIRECTOR) ? "National_DIR" : "National_ENS");
            case TOWN -> List.of("National_COL");
            case SUPERVISION -> List.of("National_ACA");
            case SUPPORT -> List.of();
        };
    }

    private Row row(Connector connector, Actor actor) {
        var places =
                connectors.placesOf(connector, actor).stream().mapToLong(Long::longValue).toArray();
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        select p.first_name, p.last_name, case when p.kind = 'STAFF' then p.email end as email,
                                               case when :pupil then (select max(e.level) from enrolment e where e.pupil_id = p.id and e.school_id = any (:places)) end as level,
                                               array(select s.uai from structure s where s.id = any (:places) and s.uai is not null order by 1) as uais,
                                               array(select s.name from structure s where s.id = any (:places) and s.kind = 'SCHOOL' order by 1) as schools,
                                               array(select c.label from class_enrolment e join school_class c on c.school_id = e.school_id and c.id = e.class_id and c.kind = 'CLASS'
                                                      where :pupil and e.pupil_id = p.id and e.school_id = any (:places) order by 1) as classes,
                                               array(select c.label from teaching t join school_class c on c.school_id = t.school_id and c.id = t.class_id
                                                      where :teacher and t.person_id = p.id and t.school_id = any (:places)
                                                        and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today order by 1) as taught
                                          from person p where p.id = :person
                                        """)
                                .param("person", actor.person())
                                .param("places", places)
                                .param("today", LocalDate.now(clock))
                                .param("pupil", actor.profile() == fr.preau.web.Profile.PUPIL)
                                .param("teacher", actor.profile() == fr.preau.web.Profile.TEACHER)
                                .query((row, n) ->
                                        new Row(
                                                row.getString("first_name"),
                                                row.getString("last_name"),
                                                row.getString("email"),
                                                row.getString("level"),
                                                strings(row.getArray("uais")),
                                                strings(row.getArray("schools")),
                                                strings(row.getArray("classes")),
                                                strings(row.getArray("taught"))))
                                .single());
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
