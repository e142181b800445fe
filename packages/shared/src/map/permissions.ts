// Who may do what. Everything that acts asks here: rooms before a rule, doors before a route, screens before a button.
import { ok, refuse, type Refused, type Result } from '../result.ts';
import { standAt } from '../debate/clock.ts';
import { debateOf, sideOf } from '../debate/sides.ts';
import { actsOf, roleStanding, ruleOf, verbsOf, type Batch, type LoggedEdit } from './edit.ts';
import type { Context, Standing, Verb } from './edits/kind.ts';
import type { ArgumentMap } from './map.ts';
import { muteOf } from './mutes.ts';
import type { Id } from './id.ts';
import { applyPatches, type Patch } from './patch.ts';
import { may } from './roles.ts';
import type { Act, Phase } from './tables/debates.ts';
import type { Participant } from './tables/participants.ts';

/**
 * [P1] to [P4] [P10] to [P13] [P18] [P23] [P25] [P27] The standing of an edit asked for by participant `by`; null is the server, who
 * may everything. `at` is the moment in ms since 1970, by the server's clock.
 */
export function standing(map: ArgumentMap, edit: LoggedEdit, by: Id | null, at: number): Standing {
  if (edit.kind === 'batch') return judged(map, edit, { id: '', by, at }).standing;
  return refusalOf(map, edit, by, at) ? 'refused' : roleStanding(map, edit, by);
}

/** Why it may not be asked for: first whether the map is archived, its author muted, or a moderator holds it, then the phase, then the role. */
function refusalOf(map: ArgumentMap, edit: LoggedEdit, by: Id | null, at: number): Refused | undefined {
  const actor = by === null ? undefined : map.participants.get(by);
  if (actor && map.info.hold === 'archived' && !does(map, edit, actor, LASTING)) return ARCHIVED;
  if (actor && !does(map, edit, actor, APART)) {
    if (muteOf(map, actor.id)) return MUTED;
    if (map.info.hold === 'frozen' && !may(actor.role, 'review')) return FROZEN;
  }
  if (!isInPhase(map, edit, by, at)) return NOT_NOW;
  return roleStanding(map, edit, by) === 'refused' ? NOT_ALLOWED : undefined;
}

const ARCHIVED = refuse('archived', 'The map is archived: it can be read, and nobody changes it.');
const MUTED = refuse('muted', 'A moderator has muted this person, and said why in the map.');
const FROZEN = refuse('frozen', 'A moderator has stopped all writing in this map.');
const NOT_NOW = refuse('not-now', 'The phase that runs does not allow this.');
const NOT_ALLOWED = refuse('not-allowed', 'Your role in this map does not allow this.');

/** What nobody else learns of: it goes on whatever others may not see any more. */
const APART: readonly Verb[] = ['look', 'keep'];
/** [P27] What goes on in an archived map. */
const LASTING: readonly Verb[] = ['unarchive', 'mark'];

/** Whether it does nothing besides these. */
const does = (map: ArgumentMap, edit: LoggedEdit, actor: Participant, only: readonly Verb[]): boolean =>
  verbsOf(map, edit, actor).every((verb) => only.includes(verb));

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

export type Judged =
  /** `result` is what the rule says. */
  | { readonly standing: 'change'; readonly result: Result<readonly Patch[]> }
  | { readonly standing: 'proposal' }
  | { readonly standing: 'refused'; readonly result: Refused };

/** The standing of an edit and, where it is a change, what the rule makes of it: each rule is asked once. */
export function judged(map: ArgumentMap, edit: LoggedEdit, context: Context): Judged {
  if (edit.kind === 'batch') return judgedBatch(map, edit, context);
  const refused = refusalOf(map, edit, context.by, context.at);
  if (refused) return { standing: 'refused', result: refused };
  return roleStanding(map, edit, context.by) === 'proposal'
    ? { standing: 'proposal' }
    : { standing: 'change', result: ruleOf(map, edit, context) };
}

/** [P11] As strict as its strictest part, each part judged by the map that the parts before it make. */
function judgedBatch(map: ArgumentMap, { edits }: Batch, context: Context): Judged {
  const patches: Patch[] = [];
  let isProposal = false;
  let wrong: Result<readonly Patch[]> | undefined;
  let next = map;
  for (const part of edits) {
    const refused = refusalOf(next, part, context.by, context.at);
    if (refused) return { standing: 'refused', result: refused };
    isProposal ||= roleStanding(next, part, context.by) === 'proposal';
    const result = ruleOf(next, part, context);
    if (result.ok) {
      for (const patch of result.value) patches.push(patch);
      next = applyPatches(next, result.value);
    } else wrong ??= result;
  }
  return isProposal ? { standing: 'proposal' } : { standing: 'change', result: wrong ?? ok(patches) };
}
