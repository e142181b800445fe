import { describe, expect, it } from '@jest/globals';
import { leftAt } from '../../debate/clock.ts';
import { queueIn, spokenBy } from '../../debate/queue.ts';
import { FORMATS, planOf } from '../../debate/formats.ts';
import { debateOf } from '../../debate/sides.ts';
import { MODERATOR, OTHER_PARTICIPANT, PARTICIPANT, SUGGESTER, aMap, type MapBuilder } from '../../../testing/aMap.ts'; // prettier-ignore
import type { Id } from '../id.ts';
import type { Edit } from '../edit.ts';
import { standing } from '../permissions.ts';
import { viewerIn } from '../circles.ts';
import { visibleMap } from '../visibility.ts';
import { ACTS, Phase, type Act, type Debate, type Plan, type Side } from '../tables/debates.ts';
import type { ClockEdit } from './clock.ts';

/** What becomes of an edit, done where it may be. */
function done(m: MapBuilder, edit: Edit, by: Id | null): string {
  const result = m.ask(edit, by);
  return result.ok ? 'ok' : result.refusal.code;
}

const SIDES = ['square', 'triangle'] as const;

interface Given {
  readonly may?: readonly (readonly Act[])[];
  readonly sideOfPhase?: number;
  readonly plan?: Partial<Plan>;
}

/** A map with a debate of as many phases of a minute as are given, at the first of them. */
function aDebate({ may = [ACTS, ACTS], sideOfPhase, plan = {} }: Given = {}) {
  const m = aMap();
  const id = m.newId();
  const sides = SIDES.map((sign) => ({ id: m.newId(), name: sign, sign }));
  const phases = may.map((acts, i): Phase => ({
    id: m.newId(),
    name: `P${i}`,
    side: sideOfPhase === undefined ? null : (sides[sideOfPhase]?.id ?? null),
    seconds: 60,
    may: acts,
    bells: [],
  }));
  const whole: Plan = { name: 'D', sides, phases, queue: 'raised', pace: 'hand', injury: null, choose: true, ...plan }; // prettier-ignore
  m.edit({ kind: 'begin-debate', debate: id, plan: whole }, MODERATOR);
  const now = (): Debate => m.map.debates.get(id) as Debate;
  const does = (deed: ClockEdit['deed'], phase = now().phase) => done(m, { kind: 'clock', debate: id, phase, deed }, MODERATOR); // prettier-ignore
  const goTo = (i: number) => does({ what: 'go', to: phases[i]?.id ?? '' });
  return { m, id, sides, phases, now, does, goTo, plan: whole };
}

const claim = (m: MapBuilder): Edit => ({ kind: 'add-claim', claim: m.newId(), text: 'x', language: 'en', to: { at: 'thesis', order: 'a5' } }); // prettier-ignore

describe('a debate over a map', () => {
  it('[D1] takes place one at a time, and its plan stays sound', () => {
    const { m, id, phases, sides, plan, goTo } = aDebate();
    const begin = (set: Partial<Plan>) => done(m, { kind: 'begin-debate', debate: m.newId(), plan: { ...plan, ...set } }, MODERATOR); // prettier-ignore
    const change = (set: Partial<Plan>) => done(m, { kind: 'plan-debate', debate: id, set }, MODERATOR);
    expect(begin({})).toBe('debate-runs');
    expect(change({ name: 'D' })).toBe('no-change');
    goTo(0);
    expect(change({ phases: phases.slice(1) })).toBe('in-use');
    m.edit({ kind: 'set-side', participant: PARTICIPANT, side: sides[0]?.id ?? '' }, PARTICIPANT);
    expect(change({ sides: sides.slice(1) })).toBe('in-use');
    expect(change({ phases: phases.map((one) => ({ ...one, side: m.newId() })) })).toBe('invalid');
    expect(change({ phases: [...phases, ...phases] })).toBe('invalid');
    expect(change({ name: 'E', queue: 'turns' })).toBe('ok');
  });

  it.each([0, 4, 36_001, 60_000])(
    '[D1] has no phase of %d seconds (zero, or a thousand minutes)',
    (seconds) => {
      expect(Phase.shape.seconds.safeParse(seconds).success).toBe(false);
    },
  );

  it('[D2] lets people do in a phase what it says, and nothing else, on every door (S-03)', () => {
    const { m, goTo } = aDebate({ may: [['quote'], ACTS] });
    expect(done(m, claim(m), PARTICIPANT)).toBe('ok');
    goTo(0);
    const comment: Edit = { kind: 'comment', comment: m.newId(), claim: m.thesis('T'), text: 'C' };
    expect(done(m, claim(m), PARTICIPANT)).toBe('not-now');
    expect(done(m, claim(m), SUGGESTER)).toBe('not-now');
    expect(done(m, comment, PARTICIPANT)).toBe('not-now');
    expect(done(m, { kind: 'batch', edits: [claim(m) as never] }, PARTICIPANT)).toBe('not-now');
    expect(done(m, claim(m), MODERATOR)).toBe('ok');
    goTo(1);
    expect(done(m, comment, PARTICIPANT)).toBe('ok');
  });

  it('[D2] leaves a side’s phase to that side', () => {
    const { m, goTo, sides } = aDebate({ sideOfPhase: 0 });
    m.edit({ kind: 'set-side', participant: PARTICIPANT, side: sides[0]?.id ?? '' }, PARTICIPANT);
    m.edit({ kind: 'set-side', participant: OTHER_PARTICIPANT, side: sides[1]?.id ?? '' }, OTHER_PARTICIPANT);
    goTo(0);
    expect(done(m, claim(m), PARTICIPANT)).toBe('ok');
    expect(done(m, claim(m), OTHER_PARTICIPANT)).toBe('not-now');
  });

  it('[D3] judges by the moment of the decision, and what comes to another phase comes too late (S-04)', () => {
    const { m, goTo, phases, does, now } = aDebate({ may: [ACTS, []], plan: { pace: 'plan' } });
    goTo(0);
    const since = now().clock.since ?? 0;
    expect(standing(m.map, claim(m), PARTICIPANT, since + 59_999)).toBe('change');
    expect(standing(m.map, claim(m), PARTICIPANT, since + 60_000)).toBe('refused');
    goTo(1);
    expect(does({ what: 'pause' }, phases[0]?.id ?? null)).toBe('stale');
  });

  it('[D4] the clock stands, goes on, takes more time, and goes to another phase', () => {
    const { goTo, does, now, phases } = aDebate();
    expect(does({ what: 'pause' })).toBe('no-phase');
    goTo(0);
    expect([does({ what: 'run' }), does({ what: 'pause' }), does({ what: 'pause' })]).toEqual(['no-change', 'ok', 'no-change']); // prettier-ignore
    const { clock } = now();
    expect(clock.since).toBeNull();
    expect(does({ what: 'add', seconds: 30 })).toBe('ok');
    expect(now().clock.allowed).toBe(90_000);
    expect(does({ what: 'add', seconds: -91 })).toBe('invalid');
    expect(goTo(1)).toBe('ok');
    expect(now()).toMatchObject({ phase: phases[1]?.id, clock: { spent: 0, since: null, allowed: 60_000 } });
    expect(does({ what: 'end' })).toBe('ok');
    expect(does({ what: 'run' })).toBe('debate-ended');
  });

  it('[D5] the server says that phases have ended, and nothing where none has', () => {
    const { m, id, goTo, now, phases } = aDebate({ may: [ACTS, ACTS, ACTS], plan: { pace: 'plan' } });
    goTo(0);
    const pass: Edit = { kind: 'clock', debate: id, phase: null, deed: { what: 'pass' } };
    expect(done(m, pass, null)).toBe('no-change');
    const begun = now().clock.since ?? 0;
    m.wait(125_000);
    expect(done(m, pass, null)).toBe('ok');
    expect(now()).toMatchObject({ phase: phases[2]?.id, clock: { since: begun + 120_000 } });
  });

  it('[D7] takes more time for the first points only (S-07)', () => {
    const { goTo, does, now } = aDebate({ plan: { injury: { points: 2, seconds: 60 } } });
    goTo(0);
    for (let i = 0; i < 3; i++) expect(does({ what: 'point' })).toBe('ok');
    expect(now().clock).toMatchObject({ allowed: 180_000, taken: 3 });
  });

  it('[D13] a claim keeps the side of its author', () => {
    const { m, sides } = aDebate();
    const made = m.thesis('none', { by: PARTICIPANT });
    m.edit({ kind: 'set-side', participant: PARTICIPANT, side: sides[0]?.id ?? '' }, PARTICIPANT);
    const spoken = m.thesis('one', { by: PARTICIPANT });
    m.edit({ kind: 'set-side', participant: PARTICIPANT, side: sides[1]?.id ?? '' }, MODERATOR);
    expect([made, spoken].map((one) => m.map.claims.get(one)?.side)).toEqual([null, sides[0]?.id]);
  });

  it('[D12] shows one claim to all who follow (S-28)', () => {
    const { m, id, now } = aDebate();
    const thesis = m.thesis('T');
    const show = (one: Id | null, by = MODERATOR) => done(m, { kind: 'spotlight', debate: id, claim: one }, by); // prettier-ignore
    expect([show(thesis), show(thesis), show(m.newId()), show(thesis, PARTICIPANT)]).toEqual(['ok', 'no-change', 'removed', 'not-allowed']); // prettier-ignore
    expect(now().spotlight).toBe(thesis);
    expect(show(null)).toBe('ok');
  });
});

describe('sides', () => {
  it('[D9] are chosen once, where the plan lets people choose, and changed by who manages (S-09)', () => {
    const { m, sides, id } = aDebate();
    const put = (side: number | null, by: Id, participant = PARTICIPANT) =>
      done(m, { kind: 'set-side', participant, side: side === null ? null : (sides[side]?.id ?? '') }, by);
    expect(put(0, PARTICIPANT)).toBe('ok');
    expect(put(1, PARTICIPANT)).toBe('not-allowed');
    expect(put(1, OTHER_PARTICIPANT)).toBe('not-allowed');
    expect(put(1, MODERATOR)).toBe('ok');
    expect(put(0, MODERATOR, MODERATOR)).toBe('not-allowed');
    m.edit({ kind: 'plan-debate', debate: id, set: { choose: false } }, MODERATOR);
    expect(put(0, OTHER_PARTICIPANT, OTHER_PARTICIPANT)).toBe('not-allowed');
  });

  it('[D11] extra time comes when one is called on, once in a phase, and others do not see whose it is', () => {
    const { m, id, goTo, now } = aDebate();
    m.edit({ kind: 'set-allowance', allowance: m.newId(), participant: PARTICIPANT, percent: 50 }, MODERATOR);
    goTo(0);
    for (let i = 0; i < 2; i++) {
      const hand = m.newId();
      m.edit({ kind: 'raise-hand', hand, debate: id, point: null }, PARTICIPANT);
      m.edit({ kind: 'set-hand', hand, state: 'speaking' }, MODERATOR);
      m.edit({ kind: 'set-hand', hand, state: 'spoken' }, PARTICIPANT);
    }
    expect(leftAt(now().clock, now().clock.since ?? 0)).toBe(90_000);
    const seen = (who: Id) => visibleMap(m.map, viewerIn(m.map, who)).allowances.size;
    expect([seen(PARTICIPANT), seen(MODERATOR), seen(OTHER_PARTICIPANT)]).toEqual([1, 1, 0]);
  });
});

describe('hands', () => {
  const raise = (m: MapBuilder, debate: Id, by: Id, point: string | null = null) => {
    const hand = m.newId();
    return done(m, { kind: 'raise-hand', hand, debate, point }, by) === 'ok' ? hand : '';
  };
  const orderIn = (m: MapBuilder) => queueIn(m.map, debateOf(m.map) as Debate).map(({ by }) => by);

  it('[D8] wait as they went up, one of a person, and one person speaks at a time, whose time is kept (S-08, S-19)', () => {
    const { m, id, goTo } = aDebate();
    goTo(0);
    const [a, b] = [raise(m, id, PARTICIPANT), raise(m, id, OTHER_PARTICIPANT)];
    expect(raise(m, id, PARTICIPANT)).toBe('');
    expect(orderIn(m)).toEqual([PARTICIPANT, OTHER_PARTICIPANT]);
    m.edit({ kind: 'set-hand', hand: a, state: 'speaking' }, MODERATOR);
    m.wait(5_000);
    m.edit({ kind: 'set-hand', hand: b, state: 'speaking' }, MODERATOR);
    expect(m.map.hands.get(a)?.state).toBe('spoken');
    expect(spokenBy(m.map, id, 0).get(PARTICIPANT)).toBeGreaterThanOrEqual(5_000);
    expect(done(m, { kind: 'set-hand', hand: a, state: 'speaking' }, MODERATOR)).toBe('stale');
  });

  it('[D8] first who has not spoken, then the others; the sides by turns; as a moderator put them', () => {
    const { m, id, sides } = aDebate({ plan: { queue: 'unspoken' } });
    const first = raise(m, id, PARTICIPANT);
    m.edit({ kind: 'set-hand', hand: first, state: 'speaking' }, MODERATOR);
    m.edit({ kind: 'set-hand', hand: first, state: 'spoken' }, MODERATOR);
    const [again, su, pan] = [PARTICIPANT, SUGGESTER, OTHER_PARTICIPANT].map((by) => raise(m, id, by));
    expect(orderIn(m)).toEqual([SUGGESTER, OTHER_PARTICIPANT, PARTICIPANT]);
    const sided = [[PARTICIPANT, 0], [SUGGESTER, 0], [OTHER_PARTICIPANT, 1]] as const; // prettier-ignore
    for (const [who, side] of sided)
      m.edit({ kind: 'set-side', participant: who, side: sides[side]?.id ?? '' }, MODERATOR);
    m.edit({ kind: 'plan-debate', debate: id, set: { queue: 'turns' } }, MODERATOR);
    expect(orderIn(m)).toEqual([OTHER_PARTICIPANT, PARTICIPANT, SUGGESTER]);
    m.edit({ kind: 'arrange-hands', debate: id, hands: [su, again].map((one) => one ?? '') }, MODERATOR);
    expect(orderIn(m)).toEqual([SUGGESTER, PARTICIPANT, OTHER_PARTICIPANT]);
    expect(done(m, { kind: 'arrange-hands', debate: id, hands: [pan ?? '', first] }, MODERATOR)).toBe(
      'stale',
    );
  });

  it('[D2] nobody of another side is called on in a side’s phase (S-31)', () => {
    const { m, id, goTo, sides } = aDebate({ sideOfPhase: 0 });
    m.edit({ kind: 'set-side', participant: PARTICIPANT, side: sides[1]?.id ?? '' }, PARTICIPANT);
    goTo(0);
    const hand = raise(m, id, PARTICIPANT);
    const call = () => done(m, { kind: 'set-hand', hand, state: 'speaking' }, MODERATOR);
    expect(call()).toBe('not-now');
    m.edit({ kind: 'set-side', participant: PARTICIPANT, side: sides[0]?.id ?? '' }, MODERATOR);
    expect(call()).toBe('ok');
  });

  it('[D2] [D9] [S-31] the outer circle of a fishbowl is not called on until the circles are swapped, in one step', () => {
    const m = aMap();
    const fishbowl = FORMATS.find(({ key }) => key === 'fishbowl')!;
    const plan = planOf(fishbowl, 'en', () => m.newId());
    const [inner, outer] = plan.sides as [Side, Side];
    const debate = m.newId();
    m.edit({ kind: 'begin-debate', debate, plan: plan });
    const sit = (participant: string, side: string) => ({ kind: 'set-side', participant, side }) as const;
    m.edit(sit(PARTICIPANT, inner.id));
    m.edit(sit(OTHER_PARTICIPANT, outer.id));
    const talks = plan.phases.find(({ side }) => side === inner.id)!;
    m.edit({ kind: 'clock', debate, phase: null, deed: { what: 'go', to: talks.id } });
    const hands = [PARTICIPANT, OTHER_PARTICIPANT].map((who) => raise(m, debate, who));
    const call = (hand: string | undefined) => m.answer({ kind: 'set-hand', hand: hand ?? '', state: 'speaking' }, MODERATOR); // prettier-ignore
    expect(hands.map(call)).toEqual(['ok', 'not-now']);
    m.edit(
      { kind: 'batch', edits: [sit(PARTICIPANT, outer.id), sit(OTHER_PARTICIPANT, inner.id)] },
      MODERATOR,
    );
    expect(hands.map(call)).toEqual(['not-now', 'ok']);
  });

  it('[D10] a point of order is told to its person and those who decide, and to all once it is upheld', () => {
    const { m, id } = aDebate();
    const hand = raise(m, id, PARTICIPANT, 'Off the question');
    const seen = () => [PARTICIPANT, MODERATOR, OTHER_PARTICIPANT].map((who) => visibleMap(m.map, viewerIn(m.map, who)).hands.size); // prettier-ignore
    expect(seen()).toEqual([1, 1, 0]);
    expect(done(m, { kind: 'set-hand', hand, state: 'speaking' }, MODERATOR)).toBe('invalid');
    m.edit({ kind: 'set-hand', hand, state: 'upheld' }, MODERATOR);
    expect(seen()).toEqual([1, 1, 1]);
  });
});
