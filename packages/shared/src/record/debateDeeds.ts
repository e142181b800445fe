// What was done in a debate: its plan, its clock, who was on which side, whose hand was up.
import { sideNamed } from '../debate/sides.ts';
import { phaseNamed } from '../debate/clock.ts';
import type { ArgumentMap } from '../map/map.ts';
import { Plan, type Debate } from '../map/tables/debates.ts';
import type { Hand } from '../map/tables/hands.ts';
import type { Participant } from '../map/tables/participants.ts';
import type { Deed } from './deed.ts';

export function deedOnDebate(was: Debate | undefined, is: Debate): Deed | undefined {
  const { id: debate, phase, clock, ended, spotlight } = is;
  const on = { about: debate, claim: null };
  if (!was) {
    const did = { kind: 'begin-debate', debate, plan: Plan.parse(is) } as const;
    return { ...on, kind: 'begin-debate', did, after: is.name };
  }
  const at = { ...on, kind: 'clock' } as const;
  const edit = { kind: 'clock', debate, phase: was.phase } as const;
  const name = phaseNamed(is, phase)?.name ?? null;
  if (ended && !was.ended) return { ...at, did: { ...edit, deed: { what: 'end' } }, before: name };
  if (phase !== null && phase !== was.phase)
    return { ...at, did: { ...edit, deed: { what: 'go', to: phase } }, before: phaseNamed(was, was.phase)?.name ?? null, after: name }; // prettier-ignore
  if (was.spotlight !== spotlight)
    return {
      ...on,
      claim: spotlight,
      kind: 'spotlight',
      did: { kind: 'spotlight', debate, claim: spotlight },
    };
  if (clock.taken !== was.clock.taken) return { ...at, did: { ...edit, deed: { what: 'point' } } };
  const set = Object.fromEntries(
    Object.keys(Plan.shape)
      .filter((part) => JSON.stringify(is[part as keyof Plan]) !== JSON.stringify(was[part as keyof Plan]))
      .map((part) => [part, is[part as keyof Plan]]),
  );
  if (Object.keys(set).length > 0) return { ...on, kind: 'plan-debate', did: { kind: 'plan-debate', debate, set } }; // prettier-ignore
  if (clock.allowed !== was.clock.allowed) {
    const seconds = ((clock.allowed ?? 0) - (was.clock.allowed ?? 0)) / 1000;
    return { ...at, did: { ...edit, deed: { what: 'add', seconds } }, after: `${seconds} s` };
  }
  return (clock.since === null) === (was.clock.since === null)
    ? undefined
    : { ...at, did: { ...edit, deed: { what: clock.since === null ? 'pause' : 'run' } } };
}

export function deedOnHand(was: Hand | undefined, is: Hand): Deed | undefined {
  const { id: hand, debate, point, state, by: author } = is;
  const on = { about: hand, claim: null, author };
  // [D8] One that was taken down goes up again.
  if (!was || (state === 'waiting' && was.state !== state))
    return { ...on, kind: 'raise-hand', did: { kind: 'raise-hand', hand, debate, point }, after: point };
  if (was.state === state)
    return is.placed === null || was.placed === is.placed
      ? undefined
      : { ...on, kind: 'arrange-hands', did: { kind: 'arrange-hands', debate, hands: [hand] }, placed: [is.placed] }; // prettier-ignore
  return state === 'waiting'
    ? undefined
    : { ...on, kind: 'set-hand', did: { kind: 'set-hand', hand, state } };
}

export function deedOnSide(was: Participant, is: Participant, now: ArgumentMap): Deed | undefined {
  const { id: participant, side } = is;
  if (was.side === side) return undefined;
  const name = (id: Participant['side']): string | null => sideNamed(now, id)?.name ?? null;
  return { kind: 'set-side', did: { kind: 'set-side', participant, side }, about: participant, claim: null, before: name(was.side), after: name(side) }; // prettier-ignore
}
