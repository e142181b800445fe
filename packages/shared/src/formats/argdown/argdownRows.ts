// What rides along with a statement or an argument of ours, in its data. What the file says anyway, and what is as it
// mostly is, is left out, so that people can still read the file.
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Language } from '../../map/id.ts';
import { CARRIED, rowOf } from '../graph/carried.ts';
import { isFields, type Fields } from './argdownData.ts';
import type { ArgdownArgument, Statement } from './argdownModel.ts';

/** A premise of a plain argument, one that has no block of its own, brings the argument along. */
export function claimData(claim: Claim, shown: string, language: Language, plain?: Argument): Fields {
  const { home, side, reworded, beside, removed: _, language: own, ...row } = rowOf(claim, shown) as Fields;
  return {
    ...row,
    ...(own !== language && { language: own }),
    ...(home !== null && home !== plain?.id && { home }),
    ...(reworded !== null && { reworded }),
    ...(side !== null && { side }),
    ...(Array.isArray(beside) && beside.length > 0 && { beside }),
    ...(plain && { argument: argumentData(plain, null) }),
  };
}

/** `shown` is the scheme as the file shows it. */
export function argumentData(argument: Argument, shown: string | null): Fields {
  const { direction: _, target: __, removed: ___, scheme, ...row } = rowOf(argument) as Fields;
  return { ...row, ...(scheme !== shown && { scheme }) };
}

/** The row of a claim out of its data. */
export function claimRow({ argument, ...data }: Fields, language: unknown): Fields {
  const home = isFields(argument) ? (argument['id'] ?? null) : null;
  return { language, home, side: null, reworded: null, beside: [], removed: null, ...data };
}

/** The row of an argument out of its data. Direction and target are for the file to say: what stands here only fits. */
export function argumentRow(data: Fields): Fields {
  const target = { kind: 'claim', id: data['id'] };
  return { direction: 'support', target, scheme: null, removed: null, ...data };
}

/** Our part of some data. */
export function ownIn(data: unknown): Fields | undefined {
  const own = isFields(data) ? data[CARRIED] : undefined;
  return isFields(own) ? own : undefined;
}

/** Our data of a statement or an argument, from wherever in the file it stands last. */
export function rowIn({ members }: Statement | ArgdownArgument): Fields | undefined {
  for (let i = members.length - 1; i >= 0; i--) {
    const own = ownIn(members[i]?.data);
    if (own?.['id'] !== undefined) return own;
  }
  return undefined;
}

/** Marks a conclusion that is no claim: it only says, in Argdown, what the argument speaks against. */
export const IMPLIED: Fields = { implied: true };
