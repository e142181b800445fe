import { z } from 'zod';
import { ok, refuse, type Result } from '../../result.ts';
import { Id, idsIn } from '../id.ts';
import { INDEXES, rowAt, tables, type ArgumentMap, type Row } from '../map.ts';
import { applyPatches, drop, put, type Patch } from '../patch.ts';
import { putAwayIn } from '../putAway.ts';
import type { Stamp } from '../stamp.ts';
import { everyone } from '../tables/audience.ts';
import type { Proposal } from '../tables/proposals.ts';
import { kind, NOBODY, type Held } from './kind.ts';

/** [P21] Takes one's own verdict back: the proposal waits again. What it had brought was taken away before. */
export const Reopen = z.object({ kind: z.literal('reopen'), proposal: Id });
export type Reopen = z.infer<typeof Reopen>;

const VERDICTS = ['accepted', 'returned', 'rejected', 'spam'] as const;

export const reopen = kind({
  schema: Reopen,
  act: () => null,
  verb: (map, { proposal }, actor) =>
    map.proposals.get(proposal)?.decided?.by === actor.id ? 'decide' : 'never',
  rule(map, { proposal: id }, _context, held) {
    const proposal = map.proposals.get(id);
    if (!proposal) return refuse('not-found', 'There is no such proposal.');
    if (held.isBare(proposal)) return refuse('purged', 'Its words were deleted for good.');
    if (!VERDICTS.some((state) => state === proposal.state))
      return refuse('no-change', `The proposal is ${proposal.state}.`);
    const cleared = proposal.state === 'accepted' ? withoutMade(map, proposal, held) : ok([]);
    if (!cleared.ok) return cleared;
    const waits = { state: 'pending', code: null, reason: null, decided: null } as const;
    return ok([...cleared.value, put('proposals', { ...proposal, ...waits })]);
  },
  undo({ proposal: id }, before, now) {
    const [was, is] = [before.proposals.get(id), now.proposals.get(id)];
    if (is?.state !== 'pending' || !was) return undefined;
    const verdict = VERDICTS.find((state) => state === was.state);
    const { code, reason } = was;
    return verdict && ({ kind: 'decide', proposal: id, verdict, code, reason, seen: is.at } as const);
  },
});

/** What the proposal made must be out of the way, and nothing of others' hang on it: it is to be made once more. */
function withoutMade(
  map: ArgumentMap,
  { edit, by, decided }: Proposal,
  held: Held,
): Result<readonly Patch[]> {
  const ids = new Set(idsIn(edit));
  const made = [...ids].flatMap((id): Row[] => {
    const row = rowAt(map, id);
    const isMade = row && 'by' in row.entity && row.entity.by === by && row.entity.at === decided?.at;
    return isMade ? [row] : [];
  });
  const away = putAwayIn(map);
  const isGone = ({ table, entity }: Row): boolean =>
    away.has(table, entity.id) && beneath(map, entity.id).every((id) => ids.has(id));
  const theirs = [by, decided?.by ?? null, NOBODY.by];
  const dropped = made.map(({ table, entity }) => drop(table, entity.id));
  return made.every((row) => isGone(row) && isSeenByAll(row) && !holdsOthers(row, theirs)) &&
    !isElsewhere(made, held.rule(applyPatches(map, dropped), edit, NOBODY))
    ? ok(dropped)
    : refuse('stale', 'What the proposal brought is in use.');
}

/** [U3] Whether a claim was moved since: made once more, it would not stand where it was put. */
const isElsewhere = (made: readonly Row[], again: Result<readonly Patch[]>): boolean =>
  again.ok &&
  again.value.some((patch) => {
    if (!('put' in patch) || patch.table !== 'claims') return false;
    const is = made.find(({ entity }) => entity.id === patch.put.id);
    return is?.table === 'claims' && is.entity.home !== patch.put.home;
  });

/** [V2] Who saw a row that not everyone sees would not be told that it is dropped. */
const isSeenByAll = ({ table }: Row): boolean => tables[table].sees === everyone;

/** [U3] Whether others wrote something into it since: other words for a claim, or the translation of a quotation. */
function holdsOthers({ table, entity }: Row, theirs: readonly (Id | null)[]): boolean {
  const isOthers = (one: Stamp | null): boolean => one !== null && !theirs.includes(one.by);
  if (table === 'claims') return [entity.reworded, ...entity.beside].some(isOthers);
  return table === 'quotations' && isOthers(entity.gloss);
}

const beneath = (map: ArgumentMap, id: Id): readonly Id[] =>
  INDEXES.flatMap((index) => map.index[index].get(id) ?? []);
