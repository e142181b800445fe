import { ok, refuse, type Result } from '../result.ts';
import { ruleOf, type LoggedEdit } from './edit.ts';
import type { Context } from './edits/kind.ts';
import type { ArgumentMap } from './map.ts';
import { put, type Patch } from './patch.ts';
import { judged } from './permissions.ts';
import type { Proposal } from './tables/proposals.ts';
import { withProposals } from './pending.ts';

/**
 * The one decision about an edit, the same in the browser and on the server: may this person do it, and does the rule
 * allow it? An edit that needs review becomes a proposal under the edit's own id.
 */
export function applyEdit(map: ArgumentMap, edit: LoggedEdit, context: Context): Result<readonly Patch[]> {
  const { standing, result } = judged(map, edit, context);
  if (result) return result;
  return standing === 'proposal'
    ? proposed(map, edit, context)
    : refuse('not-allowed', 'Your role in this map does not allow this.');
}

/** [P9] */
function proposed(map: ArgumentMap, edit: LoggedEdit, context: Context): Result<readonly Patch[]> {
  const { id, by, at } = context;
  const would = ruleOf(withProposals(map, by), edit, context);
  if (!would.ok) return would;
  if (map.proposals.has(id)) return refuse('id-taken', 'The id of the proposal is in use.');
  const proposal: Proposal = { id, edit: { ...edit }, by, at, state: 'pending', reason: null, decided: null };
  return ok([put('proposals', proposal)]);
}
