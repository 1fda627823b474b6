package fr.preau.access;

import fr.preau.access.Cards.Holder;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tablets of a class. A QR of a few minutes makes a browser one of them, until the end of the
 * school year or until the teacher takes it back.
 */
@Component
class ClassDevices {
    private final JdbcClient db;
    private final Walls walls;
    private final DoorSecrets secrets;
    private final Live live;
    private final Clock clock;

    ClassDevices(JdbcClient db, Walls walls, DoorSecrets secrets, Live live, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.secrets = secrets;
        this.live = live;
        this.clock = clock;
    }

    /** A tablet in force, and its class. */
    record Tablet(long id, long schoolId, long classId, String classLabel) {}

    /** A child of the class, as the faces show it. */
    record Face(long id, String firstName, String lastName) {}

    record Row(long schoolId, long id, long classId, String classLabel) {}

    static String topic(long schoolClass) {
        return "arrival-" + schoolClass;
    }

    /**
     * Opens the door of the class for the tablets; the QR before, if any, is worth nothing more.
     */
    void open(long school, long schoolClass) {
        walls.as(
                Wall.DOOR,
                () -> {
                    close(school, schoolClass);
                    var id =
                            db.sql(
                                            """
                                            insert into class_arrival (school_id, class_id, opened_at, expires_at)
                                            select :school, :class, :now, :now::timestamptz + amount * interval '1 minute' from door_rule where name = 'ARRIVAL_MINUTES'
                                            returning id
                                            """)
                                    .param("school", school)
                                    .param("class", schoolClass)
                                    .param("now", now())
                                    .query(Long.class)
                                    .single();
                    db.sql(
                                    "update class_arrival set token_hash = :token where school_id = :school and id = :id")
                            .param("token", Tokens.hash(token(id)))
                            .param("school", school)
                            .param("id", id)
                            .update();
                });
        live.changed(topic(schoolClass));
    }

    /** Ends the QR of the class: a photograph of it opens nothing more. */
    void close(long school, long schoolClass) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update class_arrival set expires_at = :now where school_id = :school and class_id = :class and expires_at > :now")
                                .param("school", school)
                                .param("class", schoolClass)
                                .param("now", now())
                                .update());
    }

    /** What the QR holds at this moment, and until when; empty when the door is closed. */
    Optional<Arrival> arrival(long school, long schoolClass) {
        record Open(long id, java.time.Instant expiresAt) {}
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                "select id, expires_at from class_arrival where school_id = :school and class_id = :class and expires_at > :now order by id desc limit 1")
                                        .param("school", school)
                                        .param("class", schoolClass)
                                        .param("now", now())
                                        .query(Open.class)
                                        .optional())
                .map(open -> new Arrival(token(open.id()), open.expiresAt()));
    }

    record Arrival(String token, java.time.Instant until) {}

    /** 128 bits that nobody finds without the installation's secret; the same QR at every look. */
    private String token(long arrival) {
        var bytes = java.util.Arrays.copyOf(secrets.seal("arrival", "arrival " + arrival), 16);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Optional<Row> opened(String token) {
        return db.sql(
                        """
                        select c.school_id, r.id, c.id as class_id, c.label as class_label
                          from class_arrival r join school_class c on c.school_id = r.school_id and c.id = r.class_id
                         where r.token_hash = :token and r.expires_at > :now
                           for update of r
                        """)
                .param("token", Tokens.hash(token))
                .param("now", now())
                .query(Row.class)
                .optional();
    }

    /** The class whose QR this is, while it lives. */
    Optional<Row> classOf(String token) {
        return walls.as(Wall.DOOR, () -> opened(token));
    }

    /**
     * Makes the browser a tablet of the class, named after those before it, and returns what its
     * cookie holds; empty when the QR has ended.
     */
    Optional<Paired> pair(String token) {
        return walls.as(
                Wall.DOOR,
                () ->
                        opened(token)
                                .map(row -> {
                                    var secret = Tokens.make(256);
                                    var ends = Cards.endOfSchoolYear(LocalDate.now(clock));
                                    var id =
                                            db.sql(
                                                            """
                                                            insert into class_device (school_id, class_id, token_hash, label, paired_at, ends_on)
                                                            select :school, :class, :token, 'Tablette ' || count(*) + 1, :now, :until
                                                              from class_device where school_id = :school and class_id = :class
                                                            returning id
                                                            """)
                                                    .param("school", row.schoolId())
                                                    .param("class", row.classId())
                                                    .param("token", Tokens.hash(secret))
                                                    .param("now", now())
                                                    .param("until", ends)
                                                    .query(Long.class)
                                                    .single();
                                    live.changed(topic(row.classId()));
                                    return new Paired(
                                            id, row.schoolId(), row.classId(), secret, ends);
                                }));
    }

    record Paired(long id, long schoolId, long classId, String secret, LocalDate endsOn) {}

    /** The tablet behind this cookie; empty when it was taken back or its year is over. */
    Optional<Tablet> tablet(String secret) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select d.id, d.school_id, d.class_id, c.label as class_label
                                          from class_device d join school_class c on c.school_id = d.school_id and c.id = d.class_id
                                         where d.token_hash = :token and d.revoked_at is null and d.ends_on >= :today
                                        """)
                                .param("token", Tokens.hash(secret))
                                .param("today", LocalDate.now(clock))
                                .query(Tablet.class)
                                .optional());
    }

    /** The children of the class at this moment, by first name. */
    List<Face> faces(Tablet tablet) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select p.id, p.first_name, p.last_name "
                                                + CHILDREN
                                                + " order by plain(p.first_name), plain(p.last_name), p.id")
                                .param("school", tablet.schoolId())
                                .param("class", tablet.classId())
                                .query(Face.class)
                                .list());
    }

    /** The child of this tablet's class; empty for any other. */
    Optional<Holder> childOf(Tablet tablet, long pupil) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select a.id as account, p.id as person, p.first_name "
                                                + CHILDREN
                                                + " and p.id = :pupil")
                                .param("school", tablet.schoolId())
                                .param("class", tablet.classId())
                                .param("pupil", pupil)
                                .query(Holder.class)
                                .optional());
    }

    private static final String CHILDREN =
            """
              from class_enrolment e
              join person p on p.id = e.pupil_id and p.departed_at is null
              join account_person ap on ap.person_id = p.id
              join account a on a.id = ap.account_id and a.state <> 'CLOSED'
             where e.school_id = :school and e.class_id = :class
            """;

    /** How many children the faces show. */
    int children(long school, long schoolClass) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql("select count(*) " + CHILDREN)
                                .param("school", school)
                                .param("class", schoolClass)
                                .query(Integer.class)
                                .single());
    }

    /** How many children have entered today by the tablets of the class. */
    int entered(long school, long schoolClass) {
        var midnight = LocalDate.now(clock).atStartOfDay(ZoneId.of("Europe/Paris")).toInstant();
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select count(distinct s.person_id) from session s join class_device d on d.id = s.class_device_id
                                         where d.school_id = :school and d.class_id = :class and s.created_at >= :from
                                        """)
                                .param("school", school)
                                .param("class", schoolClass)
                                .param("from", Timestamp.from(midnight))
                                .query(Integer.class)
                                .single());
    }

    List<ArrivalPage.Tablet> ofClass(long school, long schoolClass) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select id, label, paired_at from class_device
                                         where school_id = :school and class_id = :class and revoked_at is null and ends_on >= :today order by id
                                        """)
                                .param("school", school)
                                .param("class", schoolClass)
                                .param("today", LocalDate.now(clock))
                                .query(ArrivalPage.Tablet.class)
                                .list());
    }

    /** A new name; false when the class has no such tablet. */
    boolean rename(long school, long schoolClass, long device, String label) {
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                "update class_device set label = :label where school_id = :school and class_id = :class and id = :device and revoked_at is null")
                                        .param("label", label)
                                        .param("school", school)
                                        .param("class", schoolClass)
                                        .param("device", device)
                                        .update())
                == 1;
    }

    /** Takes back one tablet, or with null all of the class; returns which. */
    List<Long> revoke(long school, long schoolClass, @org.jspecify.annotations.Nullable Long one) {
        var ended =
                walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                """
                                                update class_device set revoked_at = :now
                                                 where school_id = :school and class_id = :class and revoked_at is null and id = coalesce(:one::bigint, id) returning id
                                                """)
                                        .param("now", now())
                                        .param("school", school)
                                        .param("class", schoolClass)
                                        .param("one", one)
                                        .query(Long.class)
                                        .list());
        if (!ended.isEmpty()) live.changed(topic(schoolClass));
        return ended;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
