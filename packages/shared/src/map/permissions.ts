// Who may do what. Everything that acts asks here: rooms before a rule, doors before a route, screens before a button.
import type { Result } from '../result.ts';
import { standAt } from '../debate/clock.ts';
import { debateOf, sideOf } from '../debate/sides.ts';
import { actsOf, roleStanding, ruleOf, type Batch, type LoggedEdit } from './edit.ts';
import type { Context, Standing } from './edits/kind.ts';
import type { ArgumentMap } from './map.ts';
import type { Id } from './id.ts';
import { applyPatches, type Patch } from './patch.ts';
import { may } from './roles.ts';
import type { Act, Phase } from './tables/debates.ts';

/**
 * [P1] to [P4] [P10] to [P13] [P18] The standing of an edit asked for by participant `by`; null is the server, who may
 * everything. `at` is the moment in ms since 1970, by the server's clock.
 */
export function standing(map: ArgumentMap, edit: LoggedEdit, by: Id | null, at: number): Standing {
  return edit.kind === 'batch'
    ? judged(map, edit, { id: '', by, at }).standing
    : standingOf(map, edit, by, at);
}

/** First the phase, then the role, then whose it is. */
function standingOf(map: ArgumentMap, edit: LoggedEdit, by: Id | null, at: number): Standing {
  const standing = roleStanding(map, edit, by);
  return standing === 'refused' || isInPhase(map, edit, by, at) ? standing : 'refused';
}

/** Acts that belong to the side whose phase runs. */
const SPOKEN: readonly Act[] = ['claim', 'publish'];

/** [D2] [D3] Whether the phase that the map is in at the moment `at` lets this be asked for. */
export function isInPhase(map: ArgumentMap, edit: LoggedEdit, by: Id | null, at: number): boolean {
  const debate = debateOf(map);
  if (!debate || by === null || may(map.participants.get(by)?.role ?? null, 'review')) return true;
  const { phase } = standAt(debate, at);
  if (!phase) return true;
  const acts = actsIn(map, phase, by);
  return actsOf(map, edit).every((act) => act === null || acts.includes(act));
}

/** [D2] What a phase lets a person do who does not decide. */
export const actsIn = (map: ArgumentMap, { may: all, side }: Phase, by: Id | null): readonly Act[] =>
  side === null || sideOf(map, by) === side ? all : all.filter((act) => !SPOKEN.includes(act));

export interface Judged {
  readonly standing: Standing;
  /** What the rule says, asked only of what may be a change. */
  readonly result: Result<readonly Patch[]> | undefined;
}

/** The standing of an edit and, where it is a change, what the rule makes of it: each rule is asked once. */
export function judged(map: ArgumentMap, edit: LoggedEdit, context: Context): Judged {
  if (edit.kind === 'batch') return judgedBatch(map, edit, context);
  const standing = standingOf(map, edit, context.by, context.at);
  return { standing, result: standing === 'change' ? ruleOf(map, edit, context) : undefined };
}

/** [P11] As strict as its strictest part, each part judged by the map that the parts before it make. */
function judgedBatch(map: ArgumentMap, { edits }: Batch, context: Context): Judged {
  const patches: Patch[] = [];
  let isProposal = false;
  let refused: Result<readonly Patch[]> | undefined;
  let next = map;
  for (const part of edits) {
    const standing = standingOf(next, part, context.by, context.at);
    if (standing === 'refused') return { standing, result: undefined };
    isProposal ||= standing === 'proposal';
    const result = ruleOf(next, part, context);
    if (result.ok) {
      for (const patch of result.value) patches.push(patch);
      next = applyPatches(next, result.value);
    } else refused ??= result;
  }
  const result = refused ?? { ok: true, value: patches };
  return isProposal ? { standing: 'proposal', result: undefined } : { standing: 'change', result };
}
