// What a report says, out of the log alone: SQL over it, and no code of the product between.

/** Of one person. */
export interface PartInLog {
  person: string;
  written: number;
  kept: number;
  claims: number;
  replies: number;
  sources: number;
  comments: number;
  voted: number;
  spoken: number;
}

/** The last word of the log on each thing of the map $1, with what it hangs beneath, and which of them are put away. */
const THINGS = `
  recursive words as (
    select version, nth, one ->> 'table' as "table", coalesce(one -> 'put' ->> 'id', one ->> 'drop') as id, one -> 'put' as thing
    from changes, jsonb_array_elements(patches) with ordinality as each (one, nth) where map_id = $1
  ), latest as (
    select distinct on ("table", id) "table", id, thing from words where id is not null
    order by "table", id, version desc, nth desc
  ), things as (
    select "table", id, thing, thing ->> 'by' as "by", coalesce(thing -> 'removed', 'null') <> 'null' as removed,
      case "table" when 'claims' then thing ->> 'home' when 'arguments' then thing -> 'target' ->> 'id'
        when 'mergers' then thing ->> 'into' else thing ->> 'claim' end as above
    from latest where thing is not null
  ), line as (
    select id, id as above from things
    union select line.id, things.above from line join things on things.id = line.above where things.above is not null
  ), away as (
    select line.id from line left join things on things.id = line.above where coalesce(things.removed, true)
  )`;

/** Of everyone who wrote, voted or spoke. What was merged is followed, and what an undercut is aimed at is theirs whose premises it has. */
export const PARTS_FROM_LOG = `
  with ${THINGS}, premises as (
    select distinct on (argument) argument, "by" from (
      select thing ->> 'home' as argument, thing ->> 'order' as "order", id, "by" from things where "table" = 'claims' and not removed
      union all
      select used.thing ->> 'argument', used.thing ->> 'order', used.id, claim."by"
      from things used join things claim on claim."table" = 'claims' and claim.id = used.thing ->> 'claim'
      where used."table" = 'references' and claim.id not in (select id from away)
    ) as all_premises order by argument, "order" collate "C", id collate "C"
  ), said as (
    select made.id, made."by", made.id not in (select id from away) as there, coalesce(case
      when claim.id is not null then claim."by" is distinct from made."by"
      else coalesce(premises."by", aimed."by", made."by") <> made."by" end, false) as reply
    from things made
      left join things home on home."table" = 'arguments' and home.id = made.thing ->> 'home'
      left join things merger on merger."table" = 'mergers' and merger.id = home.thing -> 'target' ->> 'id'
      left join things claim on claim."table" = 'claims' and claim.id = coalesce(merger.thing ->> 'into', home.thing -> 'target' ->> 'id')
      left join things aimed on aimed."table" = 'arguments' and aimed.id = home.thing -> 'target' ->> 'id'
      left join premises on premises.argument = aimed.id
    where made."table" in ('claims', 'mergers')
  ), parts as (
    select "by", 1 as written, there::int as kept, (there and not reply)::int as claims, (there and reply)::int as replies,
      0 as sources, 0 as comments, 0 as voted, 0 as spoken from said
    union all
    select "by", 1, there, 0, 0, case "table" when 'quotations' then there else 0 end, case "table" when 'comments' then there else 0 end, 0, 0
    from (select *, (id not in (select id from away))::int as there from things where "table" in ('quotations', 'comments')) as beside
    union all
    select "by", 0, 0, 0, 0, 0, 0, 1, 0 from things where "table" = 'votes' and thing -> 'value' <> 'null'
    union all
    select "by", 0, 0, 0, 0, 0, 0, 0, (thing -> 'spell' ->> 'spent')::int from things where "table" = 'hands' and thing -> 'point' = 'null'
  )
  select "by" as person, sum(written)::int as written, sum(kept)::int as kept, sum(claims)::int as claims, sum(replies)::int as replies,
    sum(sources)::int as sources, sum(comments)::int as comments, sum(voted)::int as voted, sum(spoken)::int as spoken
  from parts where "by" is not null group by 1 order by 1`;

/** From which answer to which so many people went, of those who voted in the poll $2 and in the one before it. */
export const SWING_FROM_LOG = `
  with ${THINGS}, answers as (
    select ballots.thing ->> 'on' as poll, votes."by" as person, (votes.thing ->> 'value')::int as answer
    from things votes join things ballots on ballots."table" = 'ballots' and ballots.id = votes.thing ->> 'ballot'
    where votes."table" = 'votes' and votes.thing -> 'value' <> 'null'
  )
  select first.answer as "from", second.answer as "to", count(*)::int as people
  from things poll
    join answers second on second.poll = poll.id
    join answers first on first.poll = poll.thing ->> 'before' and first.person = second.person
  where poll."table" = 'polls' and poll.id = $2 group by 1, 2 order by 1, 2`;

export interface SwingInLog {
  from: number;
  to: number;
  people: number;
}
