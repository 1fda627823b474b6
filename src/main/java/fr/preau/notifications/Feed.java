package fr.preau.notifications;

import fr.preau.web.Actor;
import fr.preau.web.Dates;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to somebody, all their hats together, page by page: read along an index, whatever
 * the years behind it. Families that answer one note before its author looks are one line, at the
 * place of the last of them.
 */
@Component
class Feed {
    private static final int PAGE = 30;

    /** Two rows of one line: read together, put aside together. */
    static final String SAME_LINE =
            """
            x.school_id = n.school_id and x.person_id = n.person_id and x.kind = 'REPLY' and x.subject_id = n.subject_id
             and x.read_at is not distinct from n.read_at and x.hidden_at is not distinct from n.hidden_at and x.deliver_at <= :now
            """;

    private static final String LINES =
            """
            select n.school_id as school, n.id, n.person_id as person, n.kind, n.subject_id, n.moment as at, %1$s as unread,
                   case when coalesce(g.children, 1) = 1 then coalesce(p.first_name, '') else '' end as child, coalesce(p.id, 0) as child_id,
                   coalesce(g.children, 1) as children, coalesce(t.title, case when m.withdrawn_at is null then m.subject end, '') as title,
                   %4$s as urgent
              from unnest(:persons::bigint[]) w (person_id)
             cross join lateral (
                   select n.*, greatest(n.at, n.deliver_at) as moment from notification n
                    where n.person_id = w.person_id and n.deliver_at <= :now and (n.hidden_at is not null) = :hidden
                      and (greatest(n.at, n.deliver_at), n.id) < (:before, :id)
                      and (:service::text is null or :service = case when n.kind like 'MESSAGE%%' then 'messages' when n.kind = any (:account) then 'account' when n.kind ~ :town then 'town' else 'liaison' end)
                      and (:child::bigint is null or n.pupil_id = :child)
                      and (n.kind <> 'REPLY' or not exists (
                           select 1 from notification x where %2$s and (:child::bigint is null or x.pupil_id = :child)
                              and (greatest(x.at, x.deliver_at), x.id) > (greatest(n.at, n.deliver_at), n.id)))
                    order by greatest(n.at, n.deliver_at) desc, n.id desc limit :most) n
              left join lateral (
                   select count(distinct x.pupil_id) as children from notification x
                    where n.kind = 'REPLY' and (:child::bigint is null or x.pupil_id = :child) and %2$s) g on n.kind = 'REPLY'
              left join person p on p.id = n.pupil_id
              left join note t on %3$s and t.school_id = n.school_id and t.id = n.subject_id
              left join message m on n.kind like 'MESSAGE%%' and m.school_id = n.school_id and m.id = n.subject_id
             order by n.moment desc, n.id desc
             limit :most
            """
                    .formatted(
                            Notifications.UNREAD,
                            SAME_LINE,
                            Notifications.OF_NOTE,
                            Notifications.URGENT);

    private final JdbcClient db;
    private final SchoolTime schoolTime;
    private final Clock clock;

    Feed(JdbcClient db, SchoolTime schoolTime, Clock clock) {
        this.db = db;
        this.schoolTime = schoolTime;
        this.clock = clock;
    }

    /** A pupil's is empty outside of school. */
    NotificationsPage of(Actor actor, FeedFilter filter, NotificationsPage.@Nullable Aside aside) {
        var closed = schoolTime.closedFor(actor).orElse(null);
        var rows = closed == null ? lines(actor, filter) : List.<NotificationsPage.Row>of();
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        return new NotificationsPage(
                filter,
                filter.services(actor.profile()),
                days(shown),
                childrenOf(actor),
                rows.size() > PAGE ? filter.older(shown.getLast().cursor()) : null,
                actor.person(),
                aside,
                closed);
    }

    /** The subject's own words stay behind the wall of its school: missing under another hat. */
    private List<NotificationsPage.Row> lines(Actor actor, FeedFilter filter) {
        var before = filter.cursor();
        return db.sql(LINES)
                .param("persons", actor.persons().toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("hidden", filter.isHidden())
                .param("before", Timestamp.from(before.at()))
                .param("id", before.id())
                .param("service", filter.service(), Types.VARCHAR)
                .param("account", Told.OF_ACCOUNT.toArray(String[]::new))
                .param("town", "^(" + String.join("|", Told.OF_TOWN) + ")")
                .param("child", filter.pupil(), Types.BIGINT)
                .param("most", PAGE + 1)
                .query(NotificationsPage.Row.class)
                .list();
    }

    private static List<NotificationsPage.Day> days(List<NotificationsPage.Row> rows) {
        var days = new LinkedHashMap<LocalDate, List<NotificationsPage.Row>>();
        for (var row : rows)
            days.computeIfAbsent(
                            row.at().atZone(Dates.SCHOOL_TIME).toLocalDate(),
                            day -> new ArrayList<>())
                    .add(row);
        return days.entrySet().stream()
                .map(day -> NotificationsPage.Day.of(day.getKey(), day.getValue()))
                .toList();
    }

    /** Those whom a guardian may choose from, whatever the hat. */
    private List<NotificationsPage.Child> childrenOf(Actor actor) {
        if (!actor.profile().isAdult()) return List.of();
        return db.sql(
                        """
                        select distinct p.id, p.first_name from guardianship g join person p on p.id = g.pupil_id and p.departed_at is null
                         where g.guardian_id = any (:persons) order by p.first_name, p.id
                        """)
                .param("persons", actor.persons().toArray(Long[]::new))
                .query(NotificationsPage.Child.class)
                .list();
    }
}
