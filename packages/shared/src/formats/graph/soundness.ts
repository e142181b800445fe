// Whether the parts of a content fit together (RULES.md, T1 to T5). Every reader asks this before a map is made of it.
import { peopleIn } from '../../map/fields.ts';
import type { Argument, Target } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Edition } from '../../map/tables/editions.ts';
import type { Id } from '../../map/id.ts';
import type { Quotation } from '../../map/tables/quotations.ts';
import { isReason, type Reason } from '../../map/tables/reasons.ts';
import { eachTable, tables, type MapContent } from '../../map/map.ts';
import { TABLES, type TableName } from '../../map/tables/tables.ts';
import { normalText, wordsAt } from '../../source/passage.ts';
import { refuse, type Refused } from '../../result.ts';

/** Why no map can be made of the content, with the path of the first misfit; undefined when it is sound. */
export function unsound(content: MapContent): Refused | undefined {
  const known = knownIn(content);
  return (
    repeated(content) ??
    dangling(content) ??
    aimedWrongly(content) ??
    usedTwice(content, known) ??
    misquoted(content) ??
    unreasoned(content) ??
    unknownAuthor(content, known) ??
    cyclic(content, known)
  );
}

interface Known {
  readonly claims: ReadonlyMap<Id, Claim>;
  readonly arguments: ReadonlyMap<Id, Argument>;
  readonly participants: ReadonlySet<Id>;
}

const knownIn = (content: MapContent): Known => ({
  claims: new Map(content.claims.map((claim) => [claim.id, claim])),
  arguments: new Map(content.arguments.map((argument) => [argument.id, argument])),
  participants: new Set(content.participants.map(({ id }) => id)),
});

type Misfit = readonly [field: string, reason: string];

const refusal = (table: TableName, index: number, [field, reason]: Misfit): Refused =>
  refuse('invalid', `${table}.${index}.${field}: ${reason}`);

function firstOf<T>(
  list: readonly T[],
  table: TableName,
  misfit: (one: T) => Misfit | undefined,
): Refused | undefined {
  for (const [i, one] of list.entries()) {
    const found = misfit(one);
    if (found) return refusal(table, i, found);
  }
  return undefined;
}

/** Within the tables that share their ids, as within each that does not, each is given once. */
function repeated(content: MapContent): Refused | undefined {
  const shared = new Set<Id>();
  for (const table of TABLES) {
    const seen = tables[table].apart ? new Set<Id>() : shared;
    for (const [i, { id }] of content[table].entries()) {
      if (seen.has(id)) return refuse('id-taken', `${table}.${i}.id: given twice`);
      seen.add(id);
    }
  }
  return undefined;
}

/** Everything has what it cannot be without. */
function dangling(content: MapContent): Refused | undefined {
  const ids = eachTable((table) => new Set(content[table].map(({ id }) => id)));
  for (const table of TABLES) {
    const needs = Object.entries(tables[table].needs) as [string, readonly TableName[]][];
    const found = firstOf<Record<string, unknown>>(content[table], table, (entity) => {
      for (const [field, holders] of needs) {
        const named = (entity[field] ?? null) as Id | Target | null;
        if (named === null) continue;
        const [id, among] =
          typeof named === 'string'
            ? [named, holders]
            : [named.id, holders.filter((one) => one === `${named.kind}s`)];
        if (!among.some((one) => ids[one].has(id)))
          return [field, `there is no such ${among.map((one) => one.slice(0, -1)).join(' or ')}`];
      }
      return undefined;
    });
    if (found) return found;
  }
  return undefined;
}

/** Only a rebuttal can be aimed at an argument. */
function aimedWrongly({ arguments: list }: MapContent): Refused | undefined {
  const wrong = list.findIndex(
    ({ target, direction }) => target.kind === 'argument' && direction !== 'rebut',
  );
  return wrong < 0
    ? undefined
    : refuse(
        'undercut-must-rebut',
        `arguments.${wrong}.direction: only a rebuttal can be aimed at an argument`,
      );
}

/** A claim is a premise of an argument once at most. */
function usedTwice({ references }: MapContent, known: Known): Refused | undefined {
  const premises = new Set<string>();
  for (const [i, { argument, claim }] of references.entries()) {
    if (known.claims.get(claim)?.home === argument || premises.has(argument + claim))
      return refuse('already-premise', `references.${i}.claim: a premise of this argument already`);
    premises.add(argument + claim);
  }
  return undefined;
}

/** [Q6] Whether where a quotation stands now is in an edition of its source. */
export function standsWell(
  { edition, stands }: Pick<Quotation, 'edition' | 'stands'>,
  editions: ReadonlyMap<Id, Edition>,
): boolean {
  if (stands === null) return true;
  const latest = editions.get(stands.edition);
  if (!latest || latest.source !== editions.get(edition)?.source) return false;
  const isGone = stands.start === stands.end || latest.text === '';
  return isGone || wordsAt(latest.text, stands.start, stands.end) !== undefined;
}

/** [Q3] [Q6] The words of a quotation stand in its edition, and where it stands now is in one of the same source. */
function misquoted({ editions, quotations }: MapContent): Refused | undefined {
  const known = new Map(editions.map((edition) => [edition.id, edition]));
  return (
    firstOf(editions, 'editions', ({ text }) =>
      text === normalText(text) ? undefined : ['text', 'must be in NFC with plain line ends'],
    ) ??
    firstOf(quotations, 'quotations', ({ edition, start, end, exact }) =>
      wordsAt(known.get(edition)?.text ?? '', start, end) === exact
        ? undefined
        : ['exact', 'the edition has no such passage'],
    ) ??
    firstOf(quotations, 'quotations', (quotation) =>
      standsWell(quotation, known)
        ? undefined
        : ['stands', 'the source has no such passage in a later edition'],
    )
  );
}

/** [P19] Decisions and flags give reasons that the map has. */
function unreasoned({ reasons, proposals, flags }: MapContent): Refused | undefined {
  const known = { reasons: new Map(reasons.map((reason) => [reason.id, reason])) };
  const misfit = (field: string, code: Reason | null | undefined): Misfit | undefined =>
    code == null || isReason(known, code) ? undefined : [field, 'there is no such reason'];
  return (
    firstOf(
      proposals,
      'proposals',
      ({ code, answered }) => misfit('code', code) ?? misfit('answered.code', answered?.code),
    ) ?? firstOf(flags, 'flags', ({ code }) => misfit('code', code))
  );
}

function unknownAuthor(content: MapContent, { participants }: Known): Refused | undefined {
  for (const table of TABLES) {
    const found = firstOf<object>(content[table], table, (entity) => {
      for (const [path, by] of peopleIn(entity))
        if (by !== null && !participants.has(by)) return [path, 'there is no such participant'];
      return undefined;
    });
    if (found) return found;
  }
  return undefined;
}

/** [T1] Every claim hangs in one argument and every argument on one target, so each way up is a single line. */
function cyclic({ claims }: MapContent, known: Known): Refused | undefined {
  const above = (id: Id): Id | null | undefined => {
    const claim = known.claims.get(id);
    return claim ? claim.home : known.arguments.get(id)?.target.id;
  };
  const endsWell = new Set<Id>();
  const climb = (from: Id): boolean => {
    const way = new Set<Id>();
    for (let id: Id | null | undefined = from; typeof id === 'string' && !endsWell.has(id); id = above(id)) {
      if (way.has(id)) return false;
      way.add(id);
    }
    for (const id of way) endsWell.add(id);
    return true;
  };
  for (const [i, { id }] of claims.entries()) {
    if (!climb(id)) return refuse('cycle', `claims.${i}.home: the branch hangs beneath itself`);
  }
  let i = 0;
  for (const id of known.arguments.keys()) {
    if (!climb(id)) return refuse('cycle', `arguments.${i}.target: the branch hangs beneath itself`);
    i += 1;
  }
  return undefined;
}
