// [S-19] What each person contributed, read off the map alone: counts, and never one number for how good somebody was.
import type { Viewer } from '../map/circles.ts';
import { spokenBy } from '../debate/queue.ts';
import { sideOf } from '../debate/sides.ts';
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import { putAwayIn } from '../map/putAway.ts';
import { may } from '../map/roles.ts';
import type { Claim } from '../map/tables/claims.ts';
import type { Participant } from '../map/tables/participants.ts';
import { premisesOf } from '../map/tree.ts';

/** [H1] Of what stands in the map, or went into another claim of it by a merger. */
export interface Counts {
  /** Theses, and claims under what one wrote oneself. */
  readonly claims: number;
  /** Claims that speak for or against what somebody else wrote. */
  readonly replies: number;
  readonly sources: number;
  readonly comments: number;
}

export interface PersonPart extends Counts {
  readonly person: Participant;
  /** [D9] Of the debate; null for none. */
  readonly side: Id | null;
  /** How many of these they made in all, and how many of them were not removed since. */
  readonly written: number;
  readonly kept: number;
  /** How many things they voted on; null where that is not for the reader to know. */
  readonly voted: number | null;
  /** In all debates of the map, in ms. */
  readonly spoken: number;
}

type Tally = { -readonly [F in keyof Counts]: number } & { written: number; kept: number };

/** [H7] On how many things a person voted; null where that is not for `viewer` to know. */
export function votedBy(map: ArgumentMap, viewer: Viewer, person: Id): number | null {
  const isTold = may(viewer.role, 'review') && map.info.faces !== 'anonymous';
  if (!isTold && person !== viewer.participant) return null;
  const cast = map.index.cast.get(person) ?? [];
  return cast.filter((id) => (map.votes.get(id)?.value ?? null) !== null).length;
}

/**
 * [H1] [H2] The part of everyone who may write and does not decide, and of whoever has written something; in no order that means
 * anything. `at` is the moment, in ms: somebody may be speaking.
 * `voted` says on how many things a person voted, where one may know; `counts`, which of what was written is looked at.
 */
export function partsIn(
  map: ArgumentMap,
  at: number,
  voted: (person: Id) => number | null = () => null,
  counts: (id: Id) => boolean = () => true,
): PersonPart[] {
  const tallies = talliesIn(map, counts);
  const spoken = spokenIn(map, at);
  return [...map.participants.values()]
    .filter(
      ({ id, role }) => tallies.has(id) || spoken.has(id) || (may(role, 'edit') && !may(role, 'review')),
    )
    .map((person) => ({
      person,
      side: sideOf(map, person.id),
      ...(tallies.get(person.id) ?? nothing()),
      voted: voted(person.id),
      spoken: spoken.get(person.id) ?? 0,
    }));
}

type Made = Pick<Claim, 'id' | 'by'>;

const nothing = (): Tally => ({ claims: 0, replies: 0, sources: 0, comments: 0, written: 0, kept: 0 });

function talliesIn(map: ArgumentMap, counts: (id: Id) => boolean): ReadonlyMap<Id, Tally> {
  const tallies = new Map<Id, Tally>();
  const away = putAwayIn(map);
  const count = (kind: keyof Counts, { id, by }: Made, isKept: boolean): void => {
    if (by === null || !counts(id)) return;
    const tally = tallies.get(by) ?? nothing();
    tallies.set(by, tally);
    tally.written += 1;
    if (!isKept) return;
    tally.kept += 1;
    tally[kind] += 1;
  };
  for (const claim of map.claims.values())
    count(isReply(map, claim) ? 'replies' : 'claims', claim, !away.has('claims', claim.id));
  for (const merger of map.mergers.values())
    count(isReply(map, merger) ? 'replies' : 'claims', merger, !away.has('mergers', merger.id));
  for (const made of map.quotations.values()) count('sources', made, !away.has('quotations', made.id));
  for (const made of map.comments.values()) count('comments', made, !away.has('comments', made.id));
  return tallies;
}

/** Whether it stands under what somebody else wrote: a claim, or an argument, which is theirs whose premises it has. */
function isReply(map: ArgumentMap, { by, home }: Pick<Claim, 'by' | 'home'>): boolean {
  const target = home === null ? undefined : map.arguments.get(home)?.target;
  if (!target) return false;
  const claim = map.claims.get(map.mergers.get(target.id)?.into ?? target.id);
  if (claim) return claim.by !== by;
  const undercut = map.arguments.get(target.id);
  const [premise] = undercut ? premisesOf(map, undercut.id) : [];
  return (premise?.claim.by ?? undercut?.by ?? by) !== by;
}

function spokenIn(map: ArgumentMap, at: number): ReadonlyMap<Id, number> {
  const all = new Map<Id, number>();
  for (const debate of map.debates.keys())
    for (const [by, spent] of spokenBy(map, debate, at)) all.set(by, (all.get(by) ?? 0) + spent);
  return all;
}

/** [H3] What the people of one side, or of none, contributed together. */
export interface SidePart extends Omit<PersonPart, 'person'> {
  readonly people: number;
}

const ADDED = ['claims', 'replies', 'sources', 'comments', 'written', 'kept', 'spoken'] as const;

/** In the order in which the sides come first; people without a side together. */
export function sidesOf(parts: readonly PersonPart[]): SidePart[] {
  const sides = new Map<Id | null, SidePart>();
  for (const { person: _, side, voted, ...part } of parts) {
    const so = sides.get(side);
    const sums = Object.fromEntries(ADDED.map((name) => [name, (so?.[name] ?? 0) + part[name]]));
    const both = voted === null ? null : (so?.voted ?? 0) + voted;
    sides.set(side, { ...part, ...sums, side, people: (so?.people ?? 0) + 1, voted: both });
  }
  return [...sides.values()];
}

/** [J6] What each person contributed to several maps in which they are the same; who they are, the first of these says. */
export function addedUp(maps: readonly (readonly PersonPart[])[]): PersonPart[] {
  const people = new Map<Id, PersonPart>();
  for (const part of maps.flat()) {
    const so = people.get(part.person.id);
    const sums = Object.fromEntries(ADDED.map((name) => [name, (so?.[name] ?? 0) + part[name]]));
    const voted = part.voted === null ? (so?.voted ?? null) : (so?.voted ?? 0) + part.voted;
    people.set(part.person.id, { ...(so ?? part), ...sums, voted });
  }
  return [...people.values()];
}
