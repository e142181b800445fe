import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aMap,
  FORMER,
  MODERATOR,
  OBSERVER,
  OWNER,
  PARTICIPANT,
  STRANGER,
  SUGGESTER,
} from '../../../testing/aMap.ts';
import { applyEdit } from '../applyEdit.ts';
import { undoOf } from '../edit.ts';
import type { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { applyPatches, contentOf, isAside } from '../patch.ts';
import type { Visit } from '../tables/visits.ts';
import { fileContent, visibleContent, visiblePatches } from '../visibility.ts';
import { UndoStack } from '../../sync/UndoStack.ts';
import { AWAY, Look, LOOKED_ANEW, MOST_OPENED } from './look.ts';

const looking = (read: Partial<Look>): Look => ({
  kind: 'look',
  until: 0,
  told: 0,
  opened: [],
  all: false,
  ...read,
});

/** The map after the look at the moment `at`, or the code of the refusal. */
function looked(map: ArgumentMap, by: Id, read: Partial<Look>, at: number): ArgumentMap | string {
  const result = applyEdit(map, looking(read), { id: by, by, at });
  return result.ok ? applyPatches(map, result.value) : result.refusal.code;
}

function after(map: ArgumentMap, by: Id, read: Partial<Look>, at: number): ArgumentMap {
  const next = looked(map, by, read, at);
  if (typeof next === 'string') throw new Error(next);
  return next;
}

const START = 10_000_000;

describe('look', () => {
  it('[W1] is for everyone with a role, observers too, and for nobody else', () => {
    const { map } = aMap();
    for (const by of [OWNER, MODERATOR, PARTICIPANT, SUGGESTER, OBSERVER])
      expect(after(map, by, {}, START).visits.get(by)?.by).toBe(by);
    for (const by of [FORMER, STRANGER]) expect(looked(map, by, {}, START)).toBe('not-allowed');
  });

  it('[W1] is seen by nobody else, is in no file, and is not undone', () => {
    const { map } = aMap();
    const result = applyEdit(map, looking({}), { id: OBSERVER, by: OBSERVER, at: START });
    const patches = result.ok ? result.value : [];
    expect(isAside(patches)).toBe(true);
    const now = applyPatches(map, patches);
    for (const { id, role } of map.participants.values()) {
      const viewer = { participant: id, role };
      const mine = id === OBSERVER ? 1 : 0;
      expect(visibleContent(contentOf(now), viewer, now).visits).toHaveLength(mine);
      expect(visiblePatches(patches, viewer, now)).toHaveLength(mine);
      expect(fileContent(contentOf(now), viewer, now).visits).toEqual([]);
    }
    expect(undoOf(looking({}), map, now)).toBeUndefined();
    const steps = new UndoStack();
    steps.did({ id: OBSERVER, edit: looking({}), before: map });
    expect(steps.canUndo).toBe(false);
  });

  it('[W2] a first visit has nothing new; the next begins where it ended, once one was away for long enough', () => {
    const { map } = aMap();
    let now = after(map, PARTICIPANT, { until: START }, START);
    const visit = (): Visit | undefined => now.visits.get(PARTICIPANT);
    expect(visit()).toMatchObject({ since: START, until: START });
    now = after(now, PARTICIPANT, { until: START + 5 }, START + AWAY);
    expect(visit()).toMatchObject({ since: START, until: START + 5 });
    now = after(now, PARTICIPANT, { until: START + AWAY + 9 }, START + 2 * AWAY + 1);
    expect(visit()).toMatchObject({ since: START + 5, until: START + AWAY + 9 });
    now = after(now, PARTICIPANT, { until: START + AWAY + 9, all: true }, START + 2 * AWAY + 2);
    expect(visit()).toMatchObject({ since: START + AWAY + 9, opened: [] });
  });

  it('[W3] says so once a minute that nothing new was read', () => {
    const { map } = aMap();
    const now = after(map, PARTICIPANT, { until: START }, START);
    expect(looked(now, PARTICIPANT, { until: START }, START + LOOKED_ANEW - 1)).toBe('no-change');
    expect(after(now, PARTICIPANT, { until: START }, START + LOOKED_ANEW).visits.get(PARTICIPANT)?.at).toBe(START + LOOKED_ANEW); // prettier-ignore
    expect(typeof looked(now, PARTICIPANT, { told: START }, START + 1)).toBe('object');
  });

  it('[W3] keeps the claims opened last, as many as are worth keeping', () => {
    const m = aMap();
    const claims = Array.from({ length: MOST_OPENED + 5 }, () => m.newId());
    const opened = claims.map((claim) => ({ claim, words: START + 1, talk: 0 }));
    let now = after(m.map, PARTICIPANT, { until: START }, START);
    now = after(now, PARTICIPANT, { opened: opened.slice(0, MOST_OPENED) }, START + 2);
    now = after(now, PARTICIPANT, { opened: opened.slice(MOST_OPENED) }, START + 3);
    expect(now.visits.get(PARTICIPANT)?.opened.map(({ claim }) => claim)).toEqual(claims.slice(5));
    expect(Look.safeParse(looking({ opened })).success).toBe(false);
  });

  it('[W3] marks only move on, and never beyond the present', () => {
    const moment = fc.integer({ min: 0, max: 4 * AWAY });
    const step = fc.record({
      until: moment,
      told: moment,
      all: fc.boolean(),
      opened: fc.array(fc.record({ claim: fc.constantFrom(OWNER, MODERATOR), words: moment, talk: moment }), { maxLength: 3 }), // prettier-ignore
      pause: fc.integer({ min: 0, max: 2 * AWAY }),
    });
    const isRead = (visit: Visit | undefined, claim: Id, at: number): boolean =>
      visit !== undefined && (at <= visit.since || at <= (visit.opened.find((one) => one.claim === claim)?.words ?? 0)); // prettier-ignore
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), moment, (steps, written) => {
        let { map } = aMap();
        let at = 1;
        for (const { pause, ...read } of steps) {
          at += pause;
          const was = map.visits.get(PARTICIPANT);
          const next = looked(map, PARTICIPANT, read, at);
          if (typeof next === 'string') continue;
          map = next;
          const is = map.visits.get(PARTICIPANT);
          if (!is) throw new Error('nothing was kept');
          expect(Math.max(is.since, is.until, is.told, ...is.opened.flatMap(({ words, talk }) => [words, talk]))).toBeLessThanOrEqual(at); // prettier-ignore
          expect(is.since).toBeGreaterThanOrEqual(was?.since ?? 0);
          expect(is.until).toBeGreaterThanOrEqual(is.since);
          expect(is.told).toBeGreaterThanOrEqual(was?.told ?? 0);
          for (const claim of [OWNER, MODERATOR])
            if (isRead(was, claim, written)) expect(isRead(is, claim, written)).toBe(true);
        }
      }),
    );
  });
});
