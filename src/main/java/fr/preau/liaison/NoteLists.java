package fr.preau.liaison;

import fr.preau.web.Actor;
import fr.preau.web.Cursor;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The list of notes, as each profile needs it; a page costs the same whatever the years behind it.
 */
@Component
class NoteLists {
    private static final int PAGE = 20;

    /** More than anybody leaves unsigned; keeps the page small for somebody who does. */
    private static final int MOST_TO_SIGN = 60;

    private final JdbcClient db;
    private final Notes notes;

    NoteLists(JdbcClient db, Notes notes) {
        this.db = db;
        this.notes = notes;
    }

    ReceivedListPage receivedBy(Actor guardian, NoteFilter filter) {
        var toSign =
                filter.isFirstPage()
                        ? soonestFirst(received(guardian, filter, Cursor.NOW, true, MOST_TO_SIGN))
                        : List.<ReceivedListPage.Row>of();
        var others =
                filter.toSignOnly()
                        ? new Slice<ReceivedListPage.Row>(List.of(), false)
                        : Slice.of(
                                received(guardian, filter, filter.cursor(), false, PAGE + 1),
                                PAGE,
                                ReceivedListPage.Row::note);
        return new ReceivedListPage(
                filter,
                childrenOf(guardian),
                toSign,
                others.rows(),
                older(others, ReceivedListPage.Row::cursor));
    }

    private static List<ReceivedListPage.Row> soonestFirst(List<ReceivedListPage.Row> rows) {
        return rows.stream()
                .sorted(
                        Comparator.comparing(
                                ReceivedListPage.Row::deadline,
                                Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private List<ReceivedListPage.Row> received(
            Actor guardian, NoteFilter filter, Cursor before, boolean waits, int limit) {
        return after(
                        db.sql(
                                """
                                select n.id as note, n.title, s.name as school_name, n.author_name as author, n.sent_at, n.deadline, n.corrected_at,
                                       g.pupil_id as child, k.first_name, g.signs and k.departed_at is null as signs, w.waits, g.seen_at, g.signed_at, w.signed or g.signed_at is not null as complete,
                                       n.replies_open, n.authorises, n.urgent
                                  from note_guardian g
                                  join guardianship l on l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id
                                  join note n on n.school_id = g.school_id and n.id = g.note_id
                                  join structure s on s.id = n.school_id
                                  join person k on k.id = g.pupil_id
                                 cross join lateral (
                                       select exists (
                                              select 1 from note_guardian o
                                               where o.school_id = g.school_id and o.note_id = g.note_id and o.pupil_id = g.pupil_id
                                                 and o.signed_at is not null) as signed) o
                                 cross join lateral (
                                       select o.signed and n.rule = 'ONE' as signed, g.signs and k.departed_at is null and g.signed_at is null and not (o.signed and n.rule = 'ONE') as waits) w
                                 where g.guardian_id = :person
                                   and w.waits = :waits
                                   and (cast(:child as bigint) is null or g.pupil_id = :child)
                                   and (n.sent_at, n.id) < (:sentAt, :note)
                                 order by n.sent_at desc, n.id desc
                                 fetch first :limit rows with ties
                                """),
                        before)
                .param("person", guardian.person())
                .param("waits", waits)
                .param("child", filter.child(), Types.BIGINT)
                .param("limit", limit)
                .query(ReceivedListPage.Row.class)
                .list();
    }

    private List<ReceivedListPage.Child> childrenOf(Actor guardian) {
        return db.sql(
                        """
                        select p.id, p.first_name from guardianship g join person p on p.id = g.pupil_id and p.departed_at is null
                         where g.guardian_id = :person
                         order by p.first_name, p.id
                        """)
                .param("person", guardian.person())
                .query(ReceivedListPage.Child.class)
                .list();
    }

    FollowedListPage followedBy(Actor actor, NoteFilter filter) {
        var slice =
                Slice.of(
                        followed(actor, filter.cursor(), PAGE + 1),
                        PAGE,
                        FollowedListPage.Row::note);
        return new FollowedListPage(
                slice.rows(),
                filter.isFirstPage(),
                older(slice, FollowedListPage.Row::cursor),
                true);
    }

    private List<FollowedListPage.Row> followed(Actor actor, Cursor before, int limit) {
        return after(
                        notes.ask(
                                actor,
                                """
                                , page as (
                                    select n.* from note n
                                     where (n.sent_at, n.id) < (:sentAt, :note)
                                       and (n.author_id = :person or n.school_id = any (:directed) or exists (
                                            select 1 from note_pupil p
                                             where p.school_id = n.school_id and p.note_id = n.id
                                               and (p.school_id, p.class_id) in (select school_id, class_id from taught)))
                                     order by n.sent_at desc, n.id desc
                                     limit :limit
                                )
                                select n.id as note, n.title, n.audience, n.author_name as author, n.author_id = :person as own,
                                       n.sent_at, n.deadline, c.children, c.complete
                                  from page n
                                 cross join lateral (
                                       select count(*) as children, count(*) filter (where c.complete) as complete
                                         from note_child c
                                        where c.school_id = n.school_id and c.note_id = n.id
                                          and (n.author_id = :person or n.school_id = any (:directed)
                                               or (c.school_id, c.class_id) in (select school_id, class_id from taught))) c
                                 order by n.sent_at desc, n.id desc
                                """),
                        before)
                .param("limit", limit)
                .query(FollowedListPage.Row.class)
                .list();
    }

    ChildListPage readBy(Actor child, NoteFilter filter, boolean aloud) {
        var slice = Slice.of(read(child, filter.cursor(), PAGE + 1), PAGE, ChildListPage.Row::note);
        return new ChildListPage(
                slice.rows(), filter.isFirstPage(), older(slice, ChildListPage.Row::cursor), aloud);
    }

    private List<ChildListPage.Row> read(Actor child, Cursor before, int limit) {
        return after(
                        db.sql(
                                """
                                select n.id as note, n.title, s.name as school_name, n.author_name as author, n.category, n.sent_at
                                  from note_pupil p
                                  join note n on n.school_id = p.school_id and n.id = p.note_id
                                  join structure s on s.id = n.school_id
                                 where p.pupil_id = :person and (n.sent_at, n.id) < (:sentAt, :note)
                                 order by n.sent_at desc, n.id desc
                                 limit :limit
                                """),
                        before)
                .param("person", child.person())
                .param("limit", limit)
                .query(ChildListPage.Row.class)
                .list();
    }

    private static JdbcClient.StatementSpec after(JdbcClient.StatementSpec sql, Cursor before) {
        return sql.param("sentAt", Timestamp.from(before.at())).param("note", before.id());
    }

    private static <T> @Nullable String older(Slice<T> slice, Function<T, Cursor> cursor) {
        return slice.more() ? cursor.apply(slice.rows().getLast()).toString() : null;
    }
}
