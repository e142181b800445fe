// The rows that ride along with claims and arguments, without what the file says anyway: at 10,000 claims the rest is
// what keeps a file small enough to be read again.
import { shortLine } from '../../map/text.ts';
import { LONGEST_SCHEME, type Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import { byName, isFields, textIn } from './aifJson.ts';
import { rowOf } from '../graph/carried.ts';
import { isClaim, type ShownTree } from '../shownTree.ts';

/** What a file says of a claim or an argument. */
export interface Said {
  readonly text?: string;
  /** The language of the map. */
  readonly language?: string | undefined;
  readonly home?: Id | null | undefined;
  readonly by?: unknown;
  readonly at?: unknown;
}

/** An argument mostly comes with its first premise: by the same person, at the same moment. */
export const withPremise = (premise: { readonly by?: unknown; readonly at?: unknown } | undefined): Said => ({
  by: premise?.by,
  at: premise?.at,
});

/** What a field of a shown row is, unless the row says otherwise. */
const usual = ({ language, home, by, at }: Said): Readonly<Record<string, unknown>> => ({
  side: null,
  removed: null,
  reworded: null,
  scheme: null,
  language,
  home,
  by,
  at,
});

export function slimRow(node: Claim | Argument, said: Said): unknown {
  const row = rowOf(node, said.text);
  for (const [name, value] of Object.entries(usual(said))) if (row[name] === value) delete row[name];
  if (!isClaim(node)) {
    delete row['direction'];
    delete row['target'];
  } else if (node.beside.length === 0) delete row['beside'];
  return byName(row);
}

/** The row that was slim, with whatever else it has; what is no object stays as it is. */
export function wholeRow(row: unknown, said: Said): unknown {
  if (!isFields(row)) return row;
  // Where an argument aims, and how, is always read from the file itself.
  const aim = { direction: 'rebut', target: { kind: 'claim', id: row['id'] } };
  return { ...usual(said), beside: [], ...row, ...aim };
}

/** One line of a length that a scheme can have. */
export const schemeLine = (name: string): string => shortLine(name, LONGEST_SCHEME);

/** The scheme that a file names, unless it is how the one of the row is shown. */
export function seenScheme(row: unknown, seen: string | undefined): string | undefined {
  const carried = isFields(row) ? textIn(row, 'scheme') : '';
  return carried !== '' && schemeLine(carried) === seen ? undefined : seen;
}

/** The language of the map that rides along. */
export function languageIn(carried: unknown): string | undefined {
  const info = isFields(carried) ? carried['info'] : undefined;
  return isFields(info) ? textIn(info, 'language') : undefined;
}

/** Where claims are at home as far as their uses tell: in the only argument that uses one, nowhere if none does. */
export function homesBy(
  uses: Iterable<readonly [argument: string, claim: string]>,
): (claim: string) => string | null | undefined {
  const homes = new Map<string, string | undefined>();
  for (const [argument, claim] of uses) homes.set(claim, homes.has(claim) ? undefined : argument);
  return (claim) => (homes.has(claim) ? homes.get(claim) : null);
}

export const usesIn = (shown: readonly (Claim | Argument)[], { premisesOf }: ShownTree): [Id, Id][] =>
  shown.flatMap((one) =>
    isClaim(one) ? [] : premisesOf(one.id).map(({ claim }): [Id, Id] => [one.id, claim.id]),
  );
