package fr.preau.proconnect;

import fr.preau.access.Tokens;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom the referents of communes let in by ProConnect. */
@Component
class Invitations {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Invitations(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** An invitation as it stands. */
    record Invitation(
            long id,
            long townId,
            String email,
            @Nullable Long personId,
            boolean makes,
            byte @Nullable [] subjectHash,
            Instant until,
            @Nullable Instant usedAt,
            @Nullable Instant withdrawnAt) {
        boolean isUsedBy(String identity) {
            return subjectHash != null
                    && withdrawnAt == null
                    && Arrays.equals(subjectHash, Tokens.hash(identity));
        }

        boolean isPending(Instant now) {
            return usedAt == null && withdrawnAt == null && now.isBefore(until);
        }
    }

    /** Somebody who has a role at the town hall today. */
    record Agent(long id, String name) {}

    /** What the link carries, and until when. */
    record Made(long id, String code, Instant until) {}

    /**
     * Invites an agent; an earlier invitation of this address that still waits is withdrawn.
     *
     * @param person somebody of the town hall who is known already; null for a new colleague
     */
    Made make(long town, String email, @Nullable Long person, long by) {
        var code = Tokens.make(192);
        return walls.as(
                Wall.DOOR,
                () -> {
                    db.sql(
                                    "update town_invitation set withdrawn_at = :now where town_id = :town and email = :email and used_at is null and withdrawn_at is null")
                            .param("town", town)
                            .param("email", email)
                            .param("now", now())
                            .update();
                    return db.sql(
                                    """
                                    insert into town_invitation (town_id, email, person_id, makes, code_hash, made_by, made_at, until)
                                    select :town, :email, :person::bigint, :person::bigint is null, :code, :by, :now, :now::timestamptz + days * interval '1 day'
                                      from town_invitation_lifetime where from_on <= :today order by from_on desc limit 1
                                    returning id, until
                                    """)
                            .param("town", town)
                            .param("email", email)
                            .param("person", person, Types.BIGINT)
                            .param("code", Tokens.hash(code))
                            .param("by", by)
                            .param("now", now())
                            .param("today", LocalDate.now(clock))
                            .query((row, n) ->
                                    new Made(
                                            row.getLong("id"),
                                            code,
                                            row.getTimestamp("until").toInstant()))
                            .single();
                });
    }

    /** The invitation that a link carries, when it still waits. */
    Optional<Invitation> pending(String code) {
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(SELECT + "code_hash = :code")
                                        .param("code", Tokens.hash(code))
                                        .query(Invitation.class)
                                        .optional())
                .filter(one -> one.isPending(clock.instant()));
    }

    /** For the one who uses it: whoever comes at the same time waits. */
    Optional<Invitation> lock(long id) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(SELECT + "id = :id for update")
                                .param("id", id)
                                .query(Invitation.class)
                                .optional());
    }

    /** The invitation that this identity has used at this commune, unless it was withdrawn. */
    Optional<Invitation> usedBy(String identity, long town) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        SELECT
                                                + "subject_hash = :subject and town_id = :town and withdrawn_at is null order by id desc limit 1")
                                .param("subject", Tokens.hash(identity))
                                .param("town", town)
                                .query(Invitation.class)
                                .optional());
    }

    private static final String SELECT =
            """
            select id, town_id, email, person_id, makes, subject_hash, until, used_at, withdrawn_at from town_invitation where \
            """;

    /** The person who entered with this identity by an earlier invitation. */
    Optional<Long> personOf(String identity) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select person_id from town_invitation where subject_hash = :subject and person_id is not null order by id desc limit 1")
                                .param("subject", Tokens.hash(identity))
                                .query(Long.class)
                                .optional());
    }

    /** {@code makes}: the person's role at the commune comes from this invitation. */
    void use(long id, String identity, long person, boolean makes) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update town_invitation set used_at = :now, subject_hash = :subject, person_id = :person, makes = :makes where id = :id")
                                .param("now", now())
                                .param("subject", Tokens.hash(identity))
                                .param("person", person)
                                .param("makes", makes)
                                .param("id", id)
                                .update());
    }

    /** The invitation of one of these communes, withdrawn; empty when there is none to withdraw. */
    Optional<Invitation> withdraw(long id, Collection<Long> towns) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        update town_invitation set withdrawn_at = :now where id = :id and town_id = any (:towns) and withdrawn_at is null
                                        returning id, town_id, email, person_id, makes, subject_hash, until, used_at, withdrawn_at
                                        """)
                                .param("now", now())
                                .param("id", id)
                                .param("towns", towns.stream().mapToLong(Long::longValue).toArray())
                                .query(Invitation.class)
                                .optional());
    }

    /** Those of a commune for an address, withdrawn. */
    List<Invitation> withdrawAll(long town, String email) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        update town_invitation set withdrawn_at = :now where town_id = :town and email = :email and withdrawn_at is null
                                        returning id, town_id, email, person_id, makes, subject_hash, until, used_at, withdrawn_at
                                        """)
                                .param("now", now())
                                .param("town", town)
                                .param("email", email)
                                .query(Invitation.class)
                                .list());
    }

    /** Those of a commune, the latest first. */
    List<InvitationListPage.Row> of(long town) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select i.id, i.email, coalesce(p.first_name || ' ' || p.last_name, '') as name, i.until, i.used_at, i.withdrawn_at
                                          from town_invitation i left join person p on p.id = i.person_id
                                         where i.town_id = :town order by i.id desc limit 200
                                        """)
                                .param("town", town)
                                .query(InvitationListPage.Row.class)
                                .list());
    }

    /** Those who have a role at the town hall today. */
    List<Agent> agents(long town) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select distinct p.id, p.first_name || ' ' || p.last_name as name
                                          from role r join person p on p.id = r.person_id and p.departed_at is null and p.erased_at is null
                                         where r.structure_id = :town and r.kind = any (:kinds)
                                           and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
                                         order by 2, 1
                                        """)
                                .param("town", town)
                                .param("kinds", RoleKind.of(Profile.TOWN))
                                .param("today", LocalDate.now(clock))
                                .query(Agent.class)
                                .list());
    }

    /** The name of a commune. */
    String town(long id) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql("select name from structure where id = :id")
                                .param("id", id)
                                .query(String.class)
                                .single());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
