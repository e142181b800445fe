// What people do in a debate and in preparing it, for the simulator's writer.
import { debateOf } from '../../debate/sides.ts';
import { handsIn, queueIn } from '../../debate/queue.ts';
import type { SingleEdit } from '../../map/edit.ts';
import type { Id } from '../../map/id.ts';
import type { ArgumentMap } from '../../map/map.ts';
import { may } from '../../map/roles.ts';
import { ACTS, type Debate, type Plan } from '../../map/tables/debates.ts';
import type { Viewer } from '../../map/circles.ts';
import type { Random } from './random.ts';

const DEBATING = ['begin-debate', 'plan-debate', 'clock', 'spotlight', 'set-side', 'set-allowance', 'raise-hand', 'set-hand', 'arrange-hands', 'propose', 'publish'] as const; // prettier-ignore
type Debating = (typeof DEBATING)[number];
export const isDebating = (kind: SingleEdit['kind']): kind is Debating =>
  (DEBATING as readonly SingleEdit['kind'][]).includes(kind);

interface Making {
  newId(): Id;
  text(): string;
  /** An edit that could be kept back. */
  edit(): SingleEdit | undefined;
}

/** Undefined where there is nothing that this person could do it to. */
export function debating(
  kind: Debating,
  map: ArgumentMap,
  me: Viewer,
  random: Random,
  making: Making,
): SingleEdit | undefined {
  if (kind === 'propose' || kind === 'publish') return preparing(kind, map, me, random, making);
  const debate = debateOf(map);
  if (kind === 'begin-debate')
    return debate ? undefined : { kind, debate: making.newId(), plan: aPlan(random, making) };
  if (!debate) return undefined;
  const manages = may(me.role, 'review');
  switch (kind) {
    case 'plan-debate':
      return { kind, debate: debate.id, set: { queue: random.pick(['raised', 'unspoken', 'turns']), pace: random.chance(0.5) ? 'plan' : 'hand' } }; // prettier-ignore
    case 'clock':
      return manages ? onClock(debate, random) : undefined;
    case 'spotlight':
      return { kind, debate: debate.id, claim: random.pick([...map.claims.keys()]) ?? null };
    case 'set-side': {
      const participant = random.pick([...map.participants.keys()]);
      const side = random.pick(debate.sides)?.id ?? null;
      return participant === undefined ? undefined : { kind, participant, side };
    }
    case 'set-allowance': {
      const participant = random.pick([...map.participants.keys()]);
      const known = [...map.allowances.values()].find((one) => one.participant === participant);
      return participant === undefined
        ? undefined
        : { kind, allowance: known?.id ?? making.newId(), participant, percent: random.int(0, 2) * 25 };
    }
    case 'raise-hand':
      return { kind, hand: making.newId(), debate: debate.id, point: random.chance(0.4) ? making.text() : null }; // prettier-ignore
    case 'set-hand': {
      const hand = random.pick(handsIn(map, debate.id).map(({ id }) => id));
      const state = random.pick([
        'lowered',
        'speaking',
        'speaking',
        'spoken',
        'upheld',
        'dismissed',
      ] as const);
      return hand === undefined || !state ? undefined : { kind, hand, state };
    }
    case 'arrange-hands': {
      const hands = queueIn(map, debate).map(({ id }) => id);
      return hands.length > 1 ? { kind, debate: debate.id, hands: hands.reverse() } : undefined;
    }
  }
}

function preparing(
  kind: 'propose' | 'publish',
  map: ArgumentMap,
  me: Viewer,
  random: Random,
  making: Making,
): SingleEdit | undefined {
  if (kind === 'propose') {
    const edit = making.edit();
    const to = random.pick(['side', 'side', 'self', 'moderators'] as const) ?? 'self';
    return edit && { kind, proposal: making.newId(), to, edit };
  }
  const drafts = [...map.proposals.values()].filter(({ state }) => state === 'draft');
  const first = random.pick(drafts);
  const both = [first, random.pick(drafts)].flatMap((draft) => draft?.id ?? []);
  return first && me.participant !== null ? { kind, proposals: [...new Set(both)] } : undefined;
}

function onClock(debate: Debate, random: Random): SingleEdit | undefined {
  const what = random.weighted({ run: 4, pause: 2, add: 2, point: 1, go: 6, pass: 2, end: 0.5 });
  const at = { kind: 'clock', debate: debate.id, phase: debate.phase } as const;
  if (what === 'add') return { ...at, deed: { what, seconds: random.int(-5, 20) } };
  if (what !== 'go') return { ...at, deed: { what } };
  const to = random.pick(debate.phases)?.id;
  return to === undefined ? undefined : { ...at, deed: { what, to } };
}

/** Phases allow most, so that the other edits go on meeting. */
function aPlan(random: Random, making: Making): Plan {
  const [newId, text] = [(): Id => making.newId(), (): string => making.text()];
  const sides = (['square', 'triangle'] as const).map((sign) => ({
    id: newId(),
    name: [...text()].slice(0, 20).join(''),
    sign,
  }));
  const phases = [0, 1, 2].map(() => ({
    id: newId(),
    name: [...text()].slice(0, 20).join(''),
    side: random.chance(0.2) ? (random.pick(sides)?.id ?? null) : null,
    seconds: random.chance(0.8) ? random.int(5, 12) : null,
    may: random.chance(0.7) ? ACTS : ACTS.filter((): boolean => random.chance(0.6)),
    bells: [{ left: 2, rings: 1 }],
  })); // prettier-ignore
  const pace = random.chance(0.5) ? ('plan' as const) : ('hand' as const);
  const rest = {
    pace,
    choose: random.chance(0.5),
    injury: { points: 2, seconds: 3 },
  };
  return { name: text(), sides, phases, queue: 'turns', ...rest };
}
