// Who may do what. Everything that acts asks here: rooms before a rule, doors before a route, screens before a button.
import type { Result } from '../result.ts';
import { kindOf, ruleOf, type Batch, type LoggedEdit } from './edit.ts';
import type { Context, Verb } from './edits/kind.ts';
import type { ArgumentMap } from './map.ts';
import type { Id } from './id.ts';
import { applyPatches, type Patch } from './patch.ts';
import type { Participant, Role } from './tables/participants.ts';
import { isTrusted } from './trust.ts';

/** What becomes of an edit: a change at once, a proposal for a moderator, or nothing. */
export type Standing = 'change' | 'proposal' | 'refused';

type Standings = Readonly<Record<Role, Standing>>;

const standings = (
  owner: Standing,
  moderator: Standing,
  participant: Standing,
  suggester: Standing,
): Standings => ({ owner, moderator, participant, suggester, observer: 'refused' });

/** [P2] [P3] [P4] [P10] [P12] [P13] */
const STANDINGS: Readonly<Record<Verb, Standings>> = {
  say: standings('change', 'change', 'change', 'change'),
  // Who only reads marks what is read, too.
  look: { ...standings('change', 'change', 'change', 'change'), observer: 'change' },
  add: standings('change', 'change', 'change', 'proposal'),
  'change-own': standings('change', 'change', 'change', 'proposal'),
  'change-others': standings('change', 'change', 'proposal', 'proposal'),
  'take-others': standings('change', 'change', 'proposal', 'proposal'),
  decide: standings('change', 'change', 'refused', 'refused'),
  manage: standings('change', 'change', 'refused', 'refused'),
  open: standings('change', 'refused', 'refused', 'refused'),
  never: standings('refused', 'refused', 'refused', 'refused'),
};

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
  if (by === null) return 'change';
  const actor = map.participants.get(by);
  if (!actor?.role || !isInPhase(map, edit, at)) return 'refused';
  const standing = STANDINGS[verbOf(map, edit, actor)];
  const given = standing[actor.role];
  // [P18] What they may not do at all, and what waits for everybody's moderator, stays so.
  return given === 'proposal' && actor.role === 'suggester' && isTrusted(map, by)
    ? standing.participant
    : given;
}

/** Whether the phase that the map is in at the moment `at` lets this be asked for. There are no phases yet. */
const isInPhase = (_map: ArgumentMap, _edit: LoggedEdit, _at: number): boolean => true;

/** [P3] Where everyone edits all, what others made is treated like one's own. */
function verbOf(map: ArgumentMap, edit: LoggedEdit, actor: Participant): Verb {
  const verb = kindOf(edit).verb(map, edit, actor);
  return verb === 'change-others' && map.info.editing === 'all' ? 'change-own' : verb;
}

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
