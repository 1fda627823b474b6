package fr.preau.access;

import fr.preau.access.Hats.Hat;
import fr.preau.web.Actor;
import fr.preau.web.Ambience;
import fr.preau.web.Comfort;
import fr.preau.web.Profile;
import fr.preau.web.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session that is open, and what decides what is due in it.
 *
 * @param id its number, which stays when its cookie is changed
 * @param met the browser is a known device of the account already
 * @param enrolled the account has a second factor; {@code phone}: one of the telephone
 * @param spared its holder wanted no code on this device
 * @param passwordDue the password that opened it is to be replaced first
 */
record SessionRow(
        long id,
        long accountId,
        long personId,
        String profile,
        String device,
        Instant createdAt,
        Instant seenAt,
        Instant idleUntil,
        Instant endsAt,
        @Nullable Instant secondFactorAt,
        @Nullable String client,
        @Nullable String network,
        boolean met,
        boolean enrolled,
        boolean phone,
        boolean spared,
        boolean passwordDue,
        @Nullable String settings,
        boolean charterAccepted) {
    /** The rows of which there is one; the caller says which. */
    static final String SELECT =
            """
            select s.id, s.account_id, s.person_id, s.profile, s.device, s.created_at, s.seen_at, s.idle_until, s.ends_at, s.second_factor_at, s.client, s.network,
                   s.device_id is not null or s.device <> 'PERSONAL' as met, a.totp_secret is not null or exists (select 1 from passkey k where k.account_id = a.id) as enrolled,
                   a.totp_secret is not null as phone,
                   s.spared and exists (select 1 from known_device d where d.account_id = s.account_id and d.id = s.device_id and d.spared_until > :now) as spared,
                   s.password_due, c.settings,
                   exists (select 1 from charter_acceptance a
                            where a.account_id = s.account_id
                              and (a.audience, a.version) = (select k.audience, max(k.version) from charter k
                                    where k.audience = case s.profile when 'PUPIL' then 'CHILD' else 'ADULT' end and k.effective_from <= :now
                                    group by k.audience)) as charter_accepted
              from session s
              join account a on a.id = s.account_id and a.state = 'ACTIVE'
              left join comfort c on c.account_id = s.account_id
             where s.ended_at is null and s.idle_until > :now and s.ends_at > :now and \
            """;

    /** The visit, when the hat that is worn is still worn by right. */
    Optional<Visit> visit(List<Hat> all) {
        var worn = Profile.valueOf(profile);
        return all.stream()
                .filter(hat -> hat.person() == personId && hat.profile() == worn)
                .findFirst()
                .map(hat -> visit(hat, all));
    }

    private Visit visit(Hat hat, List<Hat> all) {
        var persons = all.stream().map(Hat::person).distinct().toList();
        return new Visit(
                new Actor(accountId, hat.person(), hat.profile(), hat.roles(), persons, hat.past()),
                hat.firstName(),
                hat.name(),
                hat.place(),
                hat.profile() == Profile.PUPIL ? Ambience.ofLevel(hat.level()) : Ambience.ADULTE,
                settings == null ? Comfort.USUAL : Comfort.parse(settings),
                all.stream()
                        .map(h ->
                                new Visit.Hat(
                                        h.person(), h.profile(), h.name(), h.place(), h == hat))
                        .toList(),
                secondFactorAt,
                due(all));
    }

    /**
     * Any hat with rights over others asks for the second factor: switching roles must not be a way
     * around it. Whoever has wished for a second factor gives it too, except on a device where they
     * wanted to be spared. Whoever leaves has no such right any more, but gives the code that
     * protects the account.
     */
    private Visit.Due due(List<Hat> all) {
        var proved = secondFactorAt != null && enrolled;
        if (all.getFirst().leaving())
            return enrolled && !proved ? Visit.Due.SECOND_FACTOR : Visit.Due.DEPARTED;
        if (!proved && all.stream().anyMatch(Hat::needsSecondFactor))
            return Visit.Due.SECOND_FACTOR;
        if (!proved && phone && !spared) return Visit.Due.SECOND_FACTOR;
        if (passwordDue) return Visit.Due.PASSWORD;
        return charterAccepted ? Visit.Due.NOTHING : Visit.Due.CHARTER;
    }
}
