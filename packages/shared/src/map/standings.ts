// What becomes of an edit by what it does and the role of who asks: one table. When it may be asked at all, permissions.ts tells.
import type { Standing, Verb } from './edits/kind.ts';
import type { ArgumentMap } from './map.ts';
import { may } from './roles.ts';
import type { Participant, Role } from './tables/participants.ts';
import { isTrusted } from './trust.ts';

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
  talk: standings('change', 'change', 'change', 'change'),
  keep: standings('change', 'change', 'change', 'change'),
  // Who only reads marks what is read, too.
  look: { ...standings('change', 'change', 'change', 'change'), observer: 'change' },
  add: standings('change', 'change', 'change', 'proposal'),
  offer: standings('proposal', 'proposal', 'proposal', 'proposal'),
  publish: standings('change', 'change', 'change', 'change'),
  'change-own': standings('change', 'change', 'change', 'proposal'),
  'change-others': standings('change', 'change', 'proposal', 'proposal'),
  'take-others': standings('change', 'change', 'proposal', 'proposal'),
  decide: standings('change', 'change', 'refused', 'refused'),
  mark: standings('change', 'change', 'refused', 'refused'),
  manage: standings('change', 'change', 'refused', 'refused'),
  open: standings('change', 'refused', 'refused', 'refused'),
  unarchive: standings('change', 'refused', 'refused', 'refused'),
  never: standings('refused', 'refused', 'refused', 'refused'),
};

const STRICTEST: readonly Standing[] = ['refused', 'proposal', 'change'];

/** [P11] */
export const strictest = (standings: readonly Standing[]): Standing =>
  STRICTEST.find((standing) => standings.includes(standing)) ?? 'change';

/** What becomes of something that does this, by the role of who asks. */
export function standingFor(map: ArgumentMap, verb: Verb, actor: Participant): Standing {
  const standing = byRole(map, verb, actor);
  return standing === 'change' && isLookedAtFirst(map, verb, actor) ? 'proposal' : standing;
}

/** What everyone reads as soon as it is a change. */
const READ: readonly Verb[] = ['add', 'talk', 'change-own', 'change-others', 'take-others'];

/** [P23] While what is new is hidden, it waits for those who decide. */
const isLookedAtFirst = ({ info }: ArgumentMap, verb: Verb, { role }: Participant): boolean =>
  info.hold === 'review' && READ.includes(verb) && !may(role, 'review');

function byRole(map: ArgumentMap, verb: Verb, actor: Participant): Standing {
  if (!actor.role) return 'refused';
  const standings = STANDINGS[treated(map, verb)];
  const given = standings[actor.role];
  // [P18] What they may not do at all, and what waits for everybody's moderator, stays so.
  return given === 'proposal' && actor.role === 'suggester' && isTrusted(map, actor.id)
    ? standings.participant
    : given;
}

/** [P3] Where everyone edits all, what others made is treated like one's own. */
const treated = (map: ArgumentMap, verb: Verb): Verb =>
  verb === 'change-others' && map.info.editing === 'all' ? 'change-own' : verb;
