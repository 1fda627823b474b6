package fr.preau.duplicates;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the directory itself keeps of two persons who become one: links, seats, roles, departures,
 * identifiers, and the row that is left. Inside the directory's wall.
 */
@Component
class DirectoryRows {
    private final JdbcClient db;
    private final Clock clock;

    DirectoryRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void move(long kept, long absorbed) {
        guardianships(kept, absorbed);
        enrolments(kept, absorbed);
        roles(kept, absorbed);
        departures(kept, absorbed);
        past(kept, absorbed);
        decisions(kept, absorbed);
        identifiers(kept, absorbed);
        fill(kept, absorbed);
        empty(kept, absorbed);
    }

    /** Between two links to the same child, the kept person's own stands. */
    private void guardianships(long kept, long absorbed) {
        run(
                """
                insert into guardianship (pupil_id, guardian_id, link_code)
                select pupil_id, :kept, link_code from guardianship where guardian_id = :absorbed
                union all
                select :kept, guardian_id, link_code from guardianship where pupil_id = :absorbed
                on conflict do nothing
                """,
                kept,
                absorbed);
        run(
                "delete from guardianship where (guardian_id = :absorbed or pupil_id = :absorbed) and :kept > 0",
                kept,
                absorbed);
    }

    /** What one enrolment does not say, the other may; both keep their seats. */
    private void enrolments(long kept, long absorbed) {
        run(
                """
                insert into enrolment as e (school_id, pupil_id, level, level_label, cycle, canteen, bus, morning_care, evening_care, supervised_study)
                select school_id, :kept, level, level_label, cycle, canteen, bus, morning_care, evening_care, supervised_study
                  from enrolment where pupil_id = :absorbed
                on conflict (school_id, pupil_id) do update set level = coalesce(e.level, excluded.level),
                    level_label = coalesce(e.level_label, excluded.level_label), cycle = coalesce(e.cycle, excluded.cycle),
                    canteen = coalesce(e.canteen, excluded.canteen), bus = coalesce(e.bus, excluded.bus),
                    morning_care = coalesce(e.morning_care, excluded.morning_care), evening_care = coalesce(e.evening_care, excluded.evening_care),
                    supervised_study = coalesce(e.supervised_study, excluded.supervised_study)
                """,
                kept,
                absorbed);
        run(
                """
                insert into class_enrolment (school_id, class_id, pupil_id, entered_on, leaves_on, source)
                select school_id, class_id, :kept, entered_on, leaves_on, source from class_enrolment where pupil_id = :absorbed on conflict do nothing
                """,
                kept,
                absorbed);
        run(
                """
                insert into seat_refusal (school_id, class_id, pupil_id, at, by_person_id)
                select school_id, class_id, :kept, at, by_person_id from seat_refusal where pupil_id = :absorbed on conflict do nothing
                """,
                kept,
                absorbed);
        run("delete from enrolment where pupil_id = :absorbed and :kept > 0", kept, absorbed);
        run(
                "update seat_refusal set by_person_id = :kept where by_person_id = :absorbed",
                kept,
                absorbed);
    }

    private void roles(long kept, long absorbed) {
        run(
                """
                insert into role (person_id, kind, structure_id, starts_on, ends_on, source)
                select :kept, kind, structure_id, starts_on, ends_on, source from role where person_id = :absorbed on conflict do nothing
                """,
                kept,
                absorbed);
        run("delete from role where person_id = :absorbed and :kept > 0", kept, absorbed);
        run(
                """
                insert into teaching (school_id, class_id, person_id, starts_on, ends_on)
                select school_id, class_id, :kept, starts_on, ends_on from teaching where person_id = :absorbed on conflict do nothing
                """,
                kept,
                absorbed);
        run("delete from teaching where person_id = :absorbed and :kept > 0", kept, absorbed);
    }

    /** Whoever is still there under one of the two rows has not left. */
    private void departures(long kept, long absorbed) {
        run(
                """
                delete from departure d where d.person_id in (:kept, :absorbed)
                   and exists (select 1 from affiliation a where a.school_id = d.school_id and a.person_id in (:kept, :absorbed))
                """,
                kept,
                absorbed);
        run(
                """
                insert into departure (school_id, person_id, profile, departed_at, erases_on, cancelled_at, cancelled_by)
                select school_id, :kept, profile, departed_at, erases_on, cancelled_at, cancelled_by from departure where person_id = :absorbed
                on conflict do nothing
                """,
                kept,
                absorbed);
        run("delete from departure where person_id = :absorbed and :kept > 0", kept, absorbed);
        run(
                "update departure set cancelled_by = :kept where cancelled_by = :absorbed",
                kept,
                absorbed);
    }

    /** Earlier years, years being prepared, and what a file of ONDE did: once for the two. */
    private void past(long kept, long absorbed) {
        for (var sql :
                List.of(
                        """
                        insert into past_pupil (school_id, year, pupil_id, level, level_label, cycle, leaves)
                        select school_id, year, :kept, level, level_label, cycle, leaves from past_pupil where pupil_id = :absorbed on conflict do nothing
                        """,
                        """
                        insert into past_seat (school_id, year, class_id, pupil_id, entered_on, leaves_on, source)
                        select school_id, year, class_id, :kept, entered_on, leaves_on, source from past_seat where pupil_id = :absorbed on conflict do nothing
                        """,
                        "delete from past_pupil where pupil_id = :absorbed and :kept > 0",
                        """
                        insert into past_teaching (school_id, year, class_id, person_id, starts_on, ends_on)
                        select school_id, year, class_id, :kept, starts_on, ends_on from past_teaching where person_id = :absorbed on conflict do nothing
                        """,
                        "delete from past_teaching where person_id = :absorbed and :kept > 0",
                        """
                        insert into year_teacher (school_id, class_id, person_id)
                        select school_id, class_id, :kept from year_teacher where person_id = :absorbed on conflict do nothing
                        """,
                        "delete from year_teacher where person_id = :absorbed and :kept > 0",
                        """
                        insert into onde_effect (school_id, import_id, person_id, action)
                        select school_id, import_id, :kept, action from onde_effect where person_id = :absorbed on conflict do nothing
                        """,
                        "delete from onde_effect where person_id = :absorbed and :kept > 0"))
            run(sql, kept, absorbed);
    }

    /** What the absorbed row decided or was given was the same person's. */
    private void decisions(long kept, long absorbed) {
        for (var column :
                List.of(
                        "class_change.by_person_id",
                        "contact_change.person_id",
                        "delegation.person_id",
                        "delegation.granted_by",
                        "delegation.revoked_by",
                        "onde_import.person_id",
                        "password_choice.by_person_id",
                        "quiet_choice.by_person_id",
                        "quiet_override.by_person_id",
                        "service_switch.by_person_id",
                        "year_change.opened_by",
                        "year_change.applied_by",
                        "year_change.undone_by")) {
            var name = column.split("\\.");
            run(
                    "update %1$s set %2$s = :kept where %2$s = :absorbed"
                            .formatted(name[0], name[1]),
                    kept,
                    absorbed);
        }
    }

    private record Key(String academy, String joinKey, String kind, String source) {}

    /**
     * A person without a key takes the absorbed one's and belongs to its source; else the key
     * becomes an alias, so that what the source still brings lands on the person kept.
     */
    private void identifiers(long kept, long absorbed) {
        run(
                "update person_alias set person_id = :kept where person_id = :absorbed",
                kept,
                absorbed);
        var key = keyOf(absorbed);
        if (key.isEmpty()) return;
        run("update person set join_key = null where id = :absorbed and :kept > 0", kept, absorbed);
        if (!takes(kept, key.get())) alias(kept, key.get());
    }

    private Optional<Key> keyOf(long absorbed) {
        return db.sql(
                        """
                        select academy, join_key, kind, source from person where id = :absorbed and academy is not null and join_key is not null
                        """)
                .param("absorbed", absorbed)
                .query(Key.class)
                .optional();
    }

    private boolean takes(long kept, Key key) {
        return db.sql(
                                """
                                update person set academy = :academy, join_key = :key, kind = :kind, source = :source where id = :kept and join_key is null
                                """)
                        .param("academy", key.academy())
                        .param("key", key.joinKey())
                        .param("kind", key.kind())
                        .param("source", key.source())
                        .param("kept", kept)
                        .update()
                > 0;
    }

    private void alias(long kept, Key key) {
        db.sql(
                        """
                        insert into person_alias (academy, join_key, person_id, since) values (:academy, :key, :kept, :now)
                        on conflict (academy, join_key) do update set person_id = excluded.person_id
                        """)
                .param("academy", key.academy())
                .param("key", key.joinKey())
                .param("kept", kept)
                .param("now", now())
                .update();
    }

    /** What the kept person does not say, the absorbed one may. */
    private void fill(long kept, long absorbed) {
        run(
                """
                update person k set civility = coalesce(k.civility, a.civility), birth_name = coalesce(k.birth_name, a.birth_name),
                       birth_date = coalesce(k.birth_date, a.birth_date), ine = coalesce(k.ine, a.ine), email = coalesce(k.email, a.email),
                       mobile = coalesce(k.mobile, a.mobile), phone = coalesce(k.phone, a.phone), work_phone = coalesce(k.work_phone, a.work_phone),
                       street = coalesce(k.street, a.street), postal_code = coalesce(k.postal_code, a.postal_code), city = coalesce(k.city, a.city),
                       country = coalesce(k.country, a.country), address_shared = coalesce(k.address_shared, a.address_shared),
                       departed_at = case when a.departed_at is null then null else k.departed_at end
                  from person a where k.id = :kept and a.id = :absorbed
                """,
                kept,
                absorbed);
    }

    /** The name stays for the journal, which knows the number; everything else has moved. */
    private void empty(long kept, long absorbed) {
        run("update person set merged_into = :kept where merged_into = :absorbed", kept, absorbed);
        db.sql(
                        """
                        update person set merged_into = :kept, departed_at = coalesce(departed_at, :now), erased_at = :now, birth_name = null, birth_date = null,
                               ine = null, email = null, mobile = null, phone = null, work_phone = null, street = null, postal_code = null, city = null,
                               country = null, address_shared = null
                         where id = :absorbed
                        """)
                .param("kept", kept)
                .param("absorbed", absorbed)
                .param("now", now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private void run(String sql, long kept, long absorbed) {
        db.sql(sql).param("kept", kept).param("absorbed", absorbed).update();
    }
}
