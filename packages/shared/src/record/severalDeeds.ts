// What one edit does to several things is told once, as that edit: who shows ten people their grades showed them to all ten.
import type { StoredEdit } from '../map/edit.ts';
import type { Deed } from './deed.ts';

/** Of one edit that did both, what it is; undefined where no one edit did. */
function bothOf(one: StoredEdit, other: StoredEdit): StoredEdit | undefined {
  if (one.kind === 'arrange-hands' && other.kind === 'arrange-hands' && one.debate === other.debate)
    return { ...one, hands: [...one.hands, ...other.hands] };
  if (one.kind === 'release-grades' && other.kind === 'release-grades')
    return {
      ...one,
      participants: [...new Set([...(one.participants ?? []), ...(other.participants ?? [])])],
    };
  if (one.kind === 'curate' && other.kind === 'curate' && one.as === other.as)
    return { ...one, annotations: [...one.annotations, ...other.annotations] };
  if (one.kind === 'publish' && other.kind === 'publish')
    return { ...one, proposals: [...one.proposals, ...other.proposals] };
  return one.kind === 'close-flags' && other.kind === 'close-flags' && one.about === other.about
    ? one
    : undefined;
}

/** Each run of deeds that one edit did as one deed. Others stay as they are. */
export function joined<D extends Deed>(deeds: readonly D[]): D[] {
  const runs: D[] = [];
  for (const deed of deeds) {
    const last = runs.at(-1);
    const both = last && joinedTo(last, deed);
    if (both) runs.splice(-1, 1, both);
    else runs.push(deed);
  }
  return runs.map((deed) => (isArrangedFromHead(deed) ? deed : { ...deed, did: null }));
}

function joinedTo<D extends Deed>(one: D, other: D): D | undefined {
  const did = one.did && other.did && bothOf(one.did, other.did);
  if (!did || !isBehind(one, other)) return undefined;
  return {
    ...one,
    did,
    about: common(one.about, other.about),
    claim: common(one.claim, other.claim),
    proposal: common(one.proposal, other.proposal),
    code: common(one.code, other.code),
    before: wordsOf(one.before, other.before),
    after: wordsOf(one.after, other.after),
    reason: wordsOf(one.reason, other.reason),
    author: common(one.author, other.author),
    placed: [...(one.placed ?? []), ...(other.placed ?? [])],
  };
}

const common = <T>(one: T | null | undefined, other: T | null | undefined): T | null =>
  one === other ? (one ?? null) : null;

const wordsOf = (...words: readonly (string | null | undefined)[]): string | null =>
  words.filter(Boolean).join('\n') || null;

/** One that is put before the last is so by another edit. */
const isBehind = ({ placed: one = [] }: Deed, { placed: other = [] }: Deed): boolean =>
  (one.at(-1) ?? -1) < (other[0] ?? Infinity);

/** [D8] Hands that stood already where they were put are not in a change: without them the rest would stand elsewhere. */
const isArrangedFromHead = ({ placed = [] }: Deed): boolean => placed.every((place, i) => place === i);
