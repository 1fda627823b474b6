-- What the watch wants to know of a sending, asked in two steps rather than ten, as whoever sends. Both functions look at the account that acts and at
-- no other; of sessions, accounts and devices even their owner sees no more.
do $$
declare
    t text;
begin
    foreach t in array array['session', 'known_device'] loop
        execute format('create policy owner_checks on %I for select to current_user using (account_id = acting_account())', t);
    end loop;
    execute 'create policy owner_checks on account for select to current_user using (id = acting_account())';
    execute 'create policy owner_checks on sending_trace for select to current_user using (true)';
end $$;

-- How well the account that acts is known in the browser of this session. Everybody who visits the demo shares its accounts: their browsers are never new.
create function device_here(token bytea) returns table (proved boolean, device bigint, new_since timestamptz)
    language plpgsql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp
as $$
begin
    return query
    select s.second_factor_at is not null, s.device_id,
           case when s.device = 'PERSONAL' and not a.demo and d.vouched_at is null and not (
                     a.first_sign_in_at >= d.first_at - interval '1 day' and not exists (
                         select 1 from known_device o where o.account_id = d.account_id and o.first_at < d.first_at))
                then coalesce(d.first_at, s.created_at) end
      from session s join account a on a.id = s.account_id
      left join known_device d on d.account_id = s.account_id and d.id = s.device_id
     where s.token_hash = token and s.account_id = acting_account() and s.ended_at is null;
end $$;
revoke execute on function device_here(bytea) from public;
grant execute on function device_here(bytea) to preau_app;

-- The figures in force, what the account that acts has sent lately, and from how many families or schools these words have come, this one among them.
-- Two sendings of one account, or of one text, are weighed one after the other.
-- whose: the person whose family counts as one source; null: the people of a place do.
-- words: null when there are none; letters: how many there are of them, since short ones are not compared.
create function sending_seen(whose bigint, place bigint, words bytea, letters int, now timestamptz, today date)
    returns table (figures text[], amounts int[], source text, sources bigint, cleared boolean, places bigint[], people bigint, others bigint, families bigint)
    language plpgsql volatile security definer rows 1 set search_path = pg_catalog, public, pg_temp
as $$
declare
    me bigint := acting_account();
    text_since timestamptz;
    since timestamptz;
begin
    select array_agg(f.figure), array_agg(f.value) into figures, amounts
      from (select distinct on (v.figure) v.figure, v.value from vigilance_figure v where v.valid_from <= today order by v.figure, v.valid_from desc) f;
    since := now - make_interval(mins => amounts[array_position(figures, 'WINDOW_MINUTES')]);
    text_since := now - make_interval(mins => amounts[array_position(figures, 'SAME_TEXT_MINUTES')]);
    if letters < amounts[array_position(figures, 'SAME_TEXT_LENGTH')] then words := null; end if;

    perform pg_advisory_xact_lock(29, (me % 2000000000)::int);
    if words is not null then perform pg_advisory_xact_lock(30, hashtext(encode(words, 'hex'))); end if;

    if whose is null then
        source := 's' || place;
    else
        select 'f' || coalesce(min(o.pupil_id), whose) into source
          from guardianship g join guardianship o on o.guardian_id = g.guardian_id where g.pupil_id = whose or g.guardian_id = whose;
    end if;
    if words is not null then
        select count(distinct a.source), bool_or(a.cleared), array_agg(distinct a.place_id) into sources, cleared, places from (
            select t.source, t.cleared, t.place_id from sending_trace t where t.words = sending_seen.words and t.at > text_since
            union all select sending_seen.source, false, place) a;
    end if;
    select coalesce(sum(t.people), 0), coalesce(sum(t.others), 0), coalesce(sum(t.families), 0) into people, others, families
      from sending_trace t where t.account_id = me and t.at > since;
    return next;
end $$;
revoke execute on function sending_seen(bigint, bigint, bytea, int, timestamptz, date) from public;
grant execute on function sending_seen(bigint, bigint, bytea, int, timestamptz, date) to preau_app;
