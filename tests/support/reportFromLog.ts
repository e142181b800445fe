/** What a report says of one person, out of the log alone. */
export interface PartInLog {
  person: string;
  written: number;
  kept: number;
  claims: number;
  replies: number;
  comments: number;
  voted: number;
  spoken: number;
}

/**
 * The last word of the log on each thing, and no code of the product between; of the map $1, for everyone who wrote or spoke.
 * Good for maps in which nothing stands beneath what was removed, nothing was merged, and nothing undercuts.
 */
export const PARTS_FROM_LOG = `
  with patches as (
    select version, one from changes, jsonb_array_elements(patches) as one where map_id = $1 and one ? 'put'
  ), latest as (
    select distinct on (one ->> 'table', one -> 'put' ->> 'id') one ->> 'table' as "table", one -> 'put' as thing
    from patches where one -> 'put' ? 'id' order by one ->> 'table', one -> 'put' ->> 'id', version desc
  ), things as (select "table", thing, thing ->> 'by' as "by", coalesce(thing -> 'removed', 'null') = 'null' as there from latest
  ), claims as (
    select claim."by", claim.there and coalesce(home.there, true) as there,
      home.thing is not null and target."by" <> claim."by" as reply
    from things claim
      left join things home on home."table" = 'arguments' and home.thing ->> 'id' = claim.thing ->> 'home'
      left join things target on target."table" = 'claims' and target.thing ->> 'id' = home.thing -> 'target' ->> 'id'
    where claim."table" = 'claims'
  ), parts as (
    select "by", 1 as written, there::int as kept, (there and not reply)::int as claims, (there and reply)::int as replies, 0 as comments, 0 as voted, 0 as spoken from claims
    union all
    select "by", 1, there::int, 0, 0, there::int, 0, 0 from things where "table" = 'comments'
    union all
    select "by", 0, 0, 0, 0, 0, 1, 0 from things where "table" = 'votes' and thing -> 'value' <> 'null'
    union all
    select "by", 0, 0, 0, 0, 0, 0, (thing -> 'spell' ->> 'spent')::int from things where "table" = 'hands' and thing -> 'point' = 'null'
  )
  select "by" as person, sum(written)::int as written, sum(kept)::int as kept, sum(claims)::int as claims, sum(replies)::int as replies,
    sum(comments)::int as comments, sum(voted)::int as voted, sum(spoken)::int as spoken
  from parts where "by" is not null group by 1 order by 1`;
