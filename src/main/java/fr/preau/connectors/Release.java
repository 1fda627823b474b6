package fr.preau.connectors;

import fr.preau.access.DoorSecrets;
import fr.preau.connectors.Admission.Told;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a service is told of somebody: no more than its list, of the hat that they wear. */
@Component
public class Release {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;
    private final DoorSecrets secrets;
    private final String ent;

    Release(
            JdbcClient db,
            Walls walls,
            Clock clock,
            DoorSecrets secrets,
            @Value("${preau.gar.ent:}") String ent) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
        this.secrets = secrets;
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

    /** What the service is told of them. */
    public Said of(Told told) {
        var actor = told.held().actor();
        var subject = subject(told);
        var row = row(actor, told.places());
        var all = new EnumMap<Attribute, List<String>>(Attribute.class);
        for (var attribute : told.connector().attributes()) {
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
                        case GAR_PERSON -> List.of(atTheGar(actor.person()));
                    };
            if (!values.isEmpty()) all.put(attribute, values);
        }
        return new Said(subject, all);
    }

    private static List<String> listed(@Nullable String value) {
        return value == null || value.isBlank() ? List.of() : List.of(value);
    }

    /** Their identifier at the service: a keyed hash, which says nothing without its key. */
    public String subject(Told told) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(told.connector()), "HmacSHA256"));
            var person = "person " + told.held().actor().person();
            var hash = mac.doFinal(person.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, 20);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A person's identifier at the GAR: the same at every service and in its nightly files. Written
     * as the UUID that it expects; random to whoever has not our secret, as version 4 says.
     */
    private String atTheGar(long person) {
        var seal = ByteBuffer.wrap(secrets.seal("gar", "person " + person));
        var high = seal.getLong() & ~0xF000L | 0x4000L;
        var low = seal.getLong() & ~(3L << 62) | 2L << 62;
        return new UUID(high, low).toString();
    }

    private byte[] key(Connector connector) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql("select pseudonym_key from connector where id = :id")
                                .param("id", connector.id())
                                .query(byte[].class)
                                .single());
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

    private Row row(Actor actor, List<Long> places) {
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
                                .param("places", ConnectorRows.longs(places))
                                .param("today", LocalDate.now(clock))
                                .param("pupil", actor.profile() == Profile.PUPIL)
                                .param("teacher", actor.profile() == Profile.TEACHER)
                                .query((row, n) ->
                                        new Row(
                                                row.getString("first_name"),
                                                row.getString("last_name"),
                                                row.getString("email"),
                                                row.getString("level"),
                                                ConnectorRows.strings(row, "uais"),
                                                ConnectorRows.strings(row, "schools"),
                                                ConnectorRows.strings(row, "classes"),
                                                ConnectorRows.strings(row, "taught")))
                                .single());
    }
}
