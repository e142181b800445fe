import { ok, refuse, type Result } from '../result.ts';
import { keptIn, ruleOf, type LoggedEdit } from './edit.ts';
import type { Context } from './edits/kind.ts';
import type { ArgumentMap } from './map.ts';
import { put, type Patch } from './patch.ts';
import { judged } from './permissions.ts';
import { UNSEEN, type Proposal } from './tables/proposals.ts';
import { Folds } from './pending.ts';
import { noRoomFor } from './quota.ts';
import { tooSoon } from './slow.ts';

/**
 * The one decision about an edit, the same in the browser and on the server: may this person do it, and does the rule
 * allow it? An edit that needs review becomes a proposal under the edit's own id. `folds` saves time where one map is
 * edited often; it decides nothing.
 */
export function applyEdit(
  map: ArgumentMap,
  edit: LoggedEdit,
  context: Context,
  folds?: Folds,
): Result<readonly Patch[]> {
  const judgement = judged(map, edit, context);
  if (judgement.standing === 'refused') return judgement.result;
  const soon = tooSoon(map, edit, context);
  if (soon) return soon;
  return judgement.standing === 'proposal' ? offered(map, edit, context, folds) : judgement.result;
}

/** [D14] What is offered to those who decide waits as the edit that it holds. */
function offered(map: ArgumentMap, edit: LoggedEdit, context: Context, folds?: Folds) {
  if (edit.kind !== 'propose') return proposed(map, edit, context, folds);
  const kept = keptIn(map, edit);
  return kept.ok ? proposed(map, kept.value, context, folds) : kept;
}

/** [P9] [P14] */
function proposed(
  map: ArgumentMap,
  edit: LoggedEdit,
  context: Context,
  folds = new Folds(),
): Result<readonly Patch[]> {
  const { id, by, at } = context;
  const full = noRoomFor(map, by);
  if (full) return full;
  const would = ruleOf(folds.ownOn(map, by), edit, context);
  if (!would.ok) return would;
  if (map.proposals.has(id)) return refuse('id-taken', 'The id of the proposal is in use.');
  const proposal: Proposal = { id, edit: { ...edit }, by, at, ...UNSEEN };
  return ok([put('proposals', proposal)]);
}
