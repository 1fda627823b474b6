package fr.preau.contact;

import fr.preau.contact.PeoplePage.Entry;
import fr.preau.contact.PeoplePage.Found;
import fr.preau.contact.PeoplePage.Person;
import fr.preau.contact.PeoplePage.Standing;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people by name or class among those whom somebody may reach. */
@Component
public class People {
    private static final int PAGE = 20;
    private static final int LONGEST = 200;

    /** Whom one looks for: everybody, or those who belong to a school. */
    static final List<Side> ANYBODY = List.of(Side.values());

    private final JdbcClient db;
    private final Clock clock;

    People(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Found find(Actor actor, String asked, Cursor after, List<Side> wanted) {
        var people = search(actor, asked, after, wanted);
        if (people.isEmpty()) return Found.NOBODY;
        var more = people.size() > PAGE;
        var page = more ? people.subList(0, PAGE) : people;
        var standings = standingsOf(actor, page, wanted);
        return new Found(
                page.stream()
                        .map(person ->
                                new Entry(
                                        person,
                                        standings.getOrDefault(person.personId(), List.of())))
                        .toList(),
                more ? Cursor.at(page.getLast()) : null);
    }

    /** The first of those whom this actor may reach and whose name or class is so called. */
    public List<Entry> first(Actor actor, String asked) {
        var clean = clean(asked);
        return isAsked(clean) ? find(actor, clean, Cursor.START, ANYBODY).people() : List.of();
    }

    /** « Responsable de Yanis · CP A » */
    public String line(Actor actor, Entry entry) {
        var several =
                actor.structures().size() > 1
                        || actor.profile() == Profile.SUPERVISION
                        || actor.profile() == Profile.TOWN;
        return entry.standings().stream()
                .map(standing -> Lines.of(standing, several))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private List<Person> search(Actor actor, String asked, Cursor after, List<Side> wanted) {
        return db.sql(
                        """
                        select person_id, first_name, last_name, words
                          from people_found(:me, :hat, :wanted, :today, :asked, :words, :id, :size)
                        """)
                .param("me", actor.person())
                .param("hat", Side.of(actor.profile()))
                .param("wanted", names(wanted))
                .param("today", LocalDate.now(clock))
                .param("asked", clean(asked))
                .param("words", after.words(), java.sql.Types.VARCHAR)
                .param("id", after.id(), java.sql.Types.BIGINT)
                .param("size", PAGE + 1)
                .query(Person.class)
                .list();
    }

    private Map<Long, List<Standing>> standingsOf(
            Actor actor, List<Person> people, List<Side> wanted) {
        return db
                .sql(
                        """
                        select distinct l.to_person as person, l.to_profile as profile, s.name as school, c.id as child_id, c.first_name as child,
                               case when l.to_profile = 'TEACHER' then (
                                    select string_agg(k.label, ', ' order by k.label) from teaching t
                                      join school_class k on k.school_id = t.school_id and k.id = t.class_id and k.ended_at is null
                                     where t.person_id = l.to_person and t.school_id = l.school_id
                                       and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today)
                               when l.to_profile in ('PUPIL', 'GUARDIAN') then (
                                    select string_agg(k.label, ', ' order by k.kind, k.label) from class_enrolment i
                                      join school_class k on k.school_id = i.school_id and k.id = i.class_id and k.ended_at is null
                                     where i.pupil_id = coalesce(c.id, l.to_person) and k.kind = 'CLASS')
                               end as classes
                          from contact_link(array[:me]::bigint[], :today, '[]', :hat, :wanted) l
                          left join structure s on s.id = l.school_id
                            -- The child that links them; between a family and the whole school there is none.
                          left join person c on c.id = l.child_id
                           and (l.to_profile = 'GUARDIAN' or l.to_profile = 'TEACHER' and l.scope = 'SAME_CLASS')
                         where l.to_person = any (:people) and l.allowed and l.from_profile = any (:hat) and l.to_profile = any (:wanted)
                           and (l.from_profile <> 'TEACHER' or l.to_profile not in ('PUPIL', 'GUARDIAN') or l.scope = 'SAME_CLASS'
                                or l.school_id = any (:administered))
                         order by profile, school, child, child_id, classes
                        """)
                .param("me", actor.person())
                .param("today", LocalDate.now(clock))
                .param("people", people.stream().map(Person::personId).toArray(Long[]::new))
                .param("hat", Side.of(actor.profile()))
                .param("wanted", names(wanted))
                .param("administered", actor.administeredSchools())
                .query(Standing.class)
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Standing::person, LinkedHashMap::new, Collectors.toList()));
    }

    private static String[] names(List<Side> sides) {
        return sides.stream().map(Side::name).toArray(String[]::new);
    }

    /** PostgreSQL stores no NUL; nobody has a name of a thousand letters. */
    static String clean(String asked) {
        var text = asked.replace("\0", " ").strip();
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    /** Whether there is anything to look for. */
    static boolean isAsked(String asked) {
        return asked.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
