// Whether the parts of a content fit together (RULES.md, T1 to T5). Every reader asks this before a map is made of it.
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Stamp } from '../../map/stamp.ts';
import type { TableName } from '../../map/tables/tables.ts';
import { normalText, wordsAt } from '../../source/passage.ts';
import { refuse, type Refused } from '../../result.ts';

/** Why no map can be made of the content, with the path of the first misfit; undefined when it is sound. */
export function unsound(content: MapContent): Refused | undefined {
  const known = knownIn(content);
  return (
    repeated(content) ??
    firstOf(content.claims, 'claims', ({ home }) =>
      home === null || known.arguments.has(home) ? undefined : ['home', 'there is no such argument'],
    ) ??
    unsoundArgument(content, known) ??
    unsoundUse(content, known) ??
    unsoundQuotation(content, known) ??
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

/** People, proposals and all that stands in the tree have ids of their own kind; within one kind each is given once. */
function repeated(content: MapContent): Refused | undefined {
  const kinds: TableName[][] = [
    ['claims', 'arguments', 'references', 'comments', 'sources', 'editions', 'quotations'],
    ['participants'],
    ['proposals'],
  ];
  for (const tables of kinds) {
    const seen = new Set<Id>();
    for (const table of tables) {
      for (const [i, { id }] of content[table].entries()) {
        if (seen.has(id)) return refuse('id-taken', `${table}.${i}.id: given twice`);
        seen.add(id);
      }
    }
  }
  return undefined;
}

function unsoundArgument({ arguments: list }: MapContent, known: Known): Refused | undefined {
  const dangling = firstOf(list, 'arguments', ({ target: { kind, id } }) =>
    (kind === 'claim' ? known.claims : known.arguments).has(id)
      ? undefined
      : ['target', `there is no such ${kind}`],
  );
  if (dangling) return dangling;
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

/** References and comments; a claim is a premise of an argument once at most. */
function unsoundUse({ references, comments }: MapContent, known: Known): Refused | undefined {
  const premises = new Set<string>();
  for (const [i, { argument, claim }] of references.entries()) {
    if (!known.arguments.has(argument))
      return refusal('references', i, ['argument', 'there is no such argument']);
    const found = known.claims.get(claim);
    if (!found) return refusal('references', i, ['claim', 'there is no such claim']);
    if (found.home === argument || premises.has(argument + claim)) {
      return refuse('already-premise', `references.${i}.claim: a premise of this argument already`);
    }
    premises.add(argument + claim);
  }
  return firstOf(comments, 'comments', ({ claim }) =>
    known.claims.has(claim) ? undefined : ['claim', 'there is no such claim'],
  );
}

/** [Q3] The words of a quotation stand in its edition. */
function unsoundQuotation({ sources, editions, quotations }: MapContent, known: Known): Refused | undefined {
  const sourceIds = new Set(sources.map(({ id }) => id));
  const byId = new Map(editions.map((edition) => [edition.id, edition]));
  return (
    firstOf(editions, 'editions', ({ source, text }) =>
      !sourceIds.has(source)
        ? ['source', 'there is no such source']
        : text === normalText(text)
          ? undefined
          : ['text', 'must be in NFC with plain line ends'],
    ) ??
    firstOf(quotations, 'quotations', (quotation) => {
      if (!known.claims.has(quotation.claim)) return ['claim', 'there is no such claim'];
      const edition = byId.get(quotation.edition);
      if (!edition) return ['edition', 'there is no such edition'];
      return wordsAt(edition.text, quotation.start, quotation.end) === quotation.exact
        ? undefined
        : ['exact', 'the edition has no such passage'];
    })
  );
}

const STAMPED = [
  'claims', 'arguments', 'references', 'comments', 'sources', 'editions', 'quotations', 'proposals',
] as const satisfies TableName[]; // prettier-ignore

type Stamped = Partial<Record<'removed' | 'reworded' | 'decided', Stamp | null>> & {
  readonly by?: Id | null;
  readonly beside?: readonly Stamp[];
};

function unknownAuthor(content: MapContent, { participants }: Known): Refused | undefined {
  const isKnown = (stamp: { readonly by?: Id | null } | null | undefined): boolean =>
    typeof stamp?.by !== 'string' || participants.has(stamp.by);
  for (const table of STAMPED) {
    const found = firstOf<Stamped>(content[table], table, (one) => {
      const field = (['removed', 'reworded', 'decided'] as const).find((name) => !isKnown(one[name]));
      const beside = one.beside?.findIndex((wording) => !isKnown(wording)) ?? -1;
      if (isKnown(one) && !field && beside < 0) return undefined;
      const path = !isKnown(one) ? 'by' : field ? `${field}.by` : `beside.${beside}.by`;
      return [path, 'there is no such participant'];
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
