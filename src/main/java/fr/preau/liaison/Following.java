package fr.preau.liaison;

import fr.preau.web.Actor;
import fr.preau.web.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The progress of a note. A teacher who follows somebody else's note sees the children of the
 * classes taught today, no others.
 */
@Component
class Following {
    private final Notes notes;
    private final Corrections corrections;
    private final Reminders reminders;
    private final Clock clock;

    Following(Notes notes, Corrections corrections, Reminders reminders, Clock clock) {
        this.notes = notes;
        this.corrections = corrections;
        this.reminders = reminders;
        this.clock = clock;
    }

    private record Row(
            long child,
            String name,
            @Nullable String classLabel,
            int signers,
            int signatures,
            boolean complete,
            boolean reached,
            @Nullable String guardian,
            boolean signs,
            boolean linked,
            boolean guardianReached,
            @Nullable Instant seenAt,
            @Nullable Instant signedAt,
            @Nullable String reply,
            @Nullable Instant repliedAt,
            @Nullable Instant remindedAt,
            boolean onPaper,
            @Nullable Instant handedAt,
            @Nullable Long decision,
            @Nullable String answer,
            @Nullable String condition) {
        FollowPage.@Nullable Answer answered() {
            return decision == null || answer == null
                    ? null
                    : new FollowPage.Answer(decision, answer, condition);
        }
    }

    FollowPage pageOf(Actor actor, Note note, String show, Problems problems) {
        var children = childrenOf(actor, note);
        var last = reminders.lastOf(note).orElse(null);
        var waiting = (int) children.stream().filter(FollowPage.Child::waits).count();
        var verdict =
                LiaisonPolicy.mayRemind(waiting, last == null ? null : last.at(), clock.instant());
        return new FollowPage(
                note,
                children,
                show,
                corrections.of(note),
                last,
                verdict == LiaisonPolicy.Reminding.ALLOWED,
                LiaisonPolicy.mayCorrect(actor, note),
                note.toldAt().isAfter(clock.instant()),
                problems);
    }

    List<FollowPage.Child> childrenOf(Actor actor, Note note) {
        var children = new LinkedHashMap<Long, FollowPage.Child>();
        for (var row : rows(actor, note)) {
            var child =
                    children.computeIfAbsent(
                            row.child(),
                            id ->
                                    new FollowPage.Child(
                                            id,
                                            row.name(),
                                            row.classLabel(),
                                            row.signers(),
                                            row.signatures(),
                                            row.complete(),
                                            row.reached(),
                                            new ArrayList<>()));
            if (row.guardian() != null) {
                child.guardians()
                        .add(
                                new FollowPage.Guardian(
                                        row.guardian(),
                                        row.signs(),
                                        row.linked(),
                                        row.guardianReached(),
                                        row.seenAt(),
                                        row.signedAt(),
                                        row.reply(),
                                        row.repliedAt(),
                                        row.remindedAt(),
                                        row.onPaper(),
                                        row.handedAt(),
                                        row.answered()));
            }
        }
        return List.copyOf(children.values());
    }

    private List<Row> rows(Actor actor, Note note) {
        return notes.ask(
                        actor,
                        """
                        select c.pupil_id as child, coalesce(k.first_name || ' ' || k.last_name, '—') as name, s.label as class_label, c.signers, c.signatures, c.complete, c.reached,
                               case when g.guardian_id is not null then coalesce(p.first_name || ' ' || p.last_name, '—') end as guardian,
                               coalesce(g.signs, false) as signs, l.guardian_id is not null as linked, a.first_sign_in_at is not null as guardian_reached,
                               g.seen_at, g.signed_at, g.reply, g.replied_at, g.reminded_at, g.paper_by is not null as on_paper, (
                               select max(o.printed_at) from note_coupon o
                                where o.school_id = g.school_id and o.note_id = g.note_id and o.pupil_id = g.pupil_id and o.guardian_id = g.guardian_id and o.ended_at is null) as handed_at,
                               d.id as decision, d.label as answer, d.condition
                          from note_child c
                          join note n on n.school_id = c.school_id and n.id = c.note_id
                          left join person k on k.id = c.pupil_id
                          left join school_class s on s.school_id = c.school_id and s.id = c.class_id
                          left join note_guardian g on g.school_id = c.school_id and g.note_id = c.note_id and g.pupil_id = c.pupil_id
                          left join person p on p.id = g.guardian_id
                          left join guardianship l on l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id and p.departed_at is null
                          left join account_person ap on ap.person_id = g.guardian_id
                          left join account a on a.id = ap.account_id
                          left join lateral (
                               select v.id, h.label, v.condition from note_decision v
                                 left join note_choice h on h.school_id = v.school_id and h.note_id = v.note_id and h.number = v.choice
                                where v.school_id = g.school_id and v.note_id = g.note_id and v.pupil_id = g.pupil_id and v.guardian_id = g.guardian_id
                                order by v.id desc limit 1) d on n.authorises and g.signed_at is not null
                         where c.school_id = :school and c.note_id = :note
                           and (n.author_id = :person or n.school_id = any (:directed)
                                or (c.school_id, c.class_id) in (select school_id, class_id from taught))
                           and (g.guardian_id is null or l.guardian_id is not null or g.signed_at is not null)
                         order by s.label, k.last_name, k.first_name, c.pupil_id, g.signs desc, p.last_name, p.first_name
                        """)
                .param("school", note.school())
                .param("note", note.id())
                .query(Row.class)
                .list();
    }
}
